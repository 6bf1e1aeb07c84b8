"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


import numpy as np
import pandas as pd


def table(rows, index=None):
    frame = pd.DataFrame(rows, columns=["user", "time", "page"], index=index)
    frame["time"] = pd.to_datetime(frame["time"])
    return frame


def say(frame):
    if list(frame.columns) != ["user", "start", "end", "clicks"]:
        return [str(c) for c in frame.columns]
    if list(frame.index) != list(range(len(frame))):
        return "index"
    short = "%d %H:%M"
    return [[user, start.strftime(short), end.strftime(short), int(n)]
            for user, start, end, n in frame.itertuples(index=False)]


def two_users(answer):
    return say(answer.visits(table([
        ["ann", "2024-05-01 09:00", "/"], ["ann", "2024-05-01 09:20", "/a"], ["bo", "2024-05-01 09:10", "/"],
        ["ann", "2024-05-01 14:00", "/"], ["bo", "2024-05-01 09:39", "/b"]])))


def exactly_the_pause(answer):
    return say(answer.visits(table([
        ["ann", "2024-05-01 09:00:00", "/"], ["ann", "2024-05-01 09:30:00", "/"], ["ann", "2024-05-01 10:00:01", "/"]])))


def one_long_visit(answer):
    return say(answer.visits(table([["ann", f"2024-05-01 {h:02}:{m:02}", "/"] for h in (9, 10, 11) for m in (0, 25, 50)])))


def any_order(answer):
    return say(answer.visits(table([
        ["bo", "2024-05-02 08:00", "/"], ["ann", "2024-05-01 12:00", "/"], ["bo", "2024-05-01 08:00", "/"],
        ["ann", "2024-05-01 09:00", "/"], ["ann", "2024-05-01 11:45", "/"], ["ann", "2024-05-01 09:10", "/"]])))


def at_the_same_hour_next_day(answer):
    return say(answer.visits(table([["ann", "2024-05-01 09:00", "/"], ["ann", "2024-05-02 09:05", "/"]])))


def the_next_user_goes_on(answer):
    return say(answer.visits(table([
        ["ann", "2024-05-01 09:00", "/"], ["bo", "2024-05-01 09:05", "/"], ["cy", "2024-05-01 08:00", "/"]])))


def another_pause(answer):
    return say(answer.visits(table([
        ["ann", "2024-05-01 09:00", "/"], ["ann", "2024-05-01 09:04", "/"], ["ann", "2024-05-01 09:10", "/"]]), minutes=5))


def labels_that_repeat(answer):
    clicks = table([["bo", "2024-05-01 09:00", "/"], ["ann", "2024-05-01 09:00", "/"],
                    ["ann", "2024-05-01 09:01", "/"], ["ann", "2024-05-01 12:00", "/"]], index=[7, 7, 7, 7])
    before = clicks.copy()
    result = say(answer.visits(clicks))
    return [result, bool(clicks.equals(before))]


def nobody(answer):
    return say(answer.visits(table([])))


def many(answer):
    i = np.arange(400000)
    clicks = pd.DataFrame({
        "user": i * 7919 % 1009 % 300,
        "time": pd.Timestamp("2024-05-01") + pd.to_timedelta((i * 104729 + i * i % 99991 * 17) % (20 * 86400), unit="s"),
        "page": "/",
    })
    result = answer.visits(clicks)
    return [len(result), int(result["clicks"].sum()), int((result["end"] - result["start"]).dt.total_seconds().sum())]
