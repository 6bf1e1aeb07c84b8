STEPS = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}


def move(state, command):
    match command:
        case "stop":
            return None
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            steps = 1
        case ["go", ("north" | "south" | "east" | "west") as direction, int(steps)] if steps >= 1 and steps is not True:
            pass
        case ["jump", {"x": int(x), "y": int(y)}]:
            return {**state, "x": x, "y": y}
        case _:
            raise ValueError(f"unknown command {command!r}")
    dx, dy = STEPS[direction]
    return {**state, "x": state["x"] + dx * steps, "y": state["y"] + dy * steps}
