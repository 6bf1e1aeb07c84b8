STEPS = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0)}


def move(state, command):
    match command:
        case "stop":
            return None
        case ["go", direction, *rest] if direction in STEPS:
            steps = rest[0] if rest else 1
            state["x"] += STEPS[direction][0] * steps
            state["y"] += STEPS[direction][1] * steps
            return state
        case ["jump", {"x": x, "y": y}]:
            return {"x": x, "y": y}
        case _:
            raise ValueError(command)
