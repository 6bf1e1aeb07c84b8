STOP = "stop"
STEPS = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}


def move(state, command):
    match command:
        case ["go", direction]:
            dx, dy = STEPS[direction]
            return {**state, "x": state["x"] + dx, "y": state["y"] + dy}
        case ["go", direction, steps]:
            dx, dy = STEPS[direction]
            return {**state, "x": state["x"] + dx * steps, "y": state["y"] + dy * steps}
        case ["jump", {"x": x, "y": y}]:
            return {**state, "x": x, "y": y}
        case STOP:
            return None
