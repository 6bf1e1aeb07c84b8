def handle(command):
    match command:
        case ["move", x, y]:
            return f"move {x} {y}"
        case "quit" | "exit":
            return "quit"
        case {"say": text}:
            return f"say {text}"
        case _:
            return "unknown"


for command in (["move", 3, 4], "exit", {"say": "hi", "loud": True}, ["move", 3]):
    print(handle(command))

actions = {"quit": lambda: "quit"}
try:
    print(actions["help"]())
except KeyError as error:
    print(type(error).__name__)
print(actions.get("help", lambda: "unknown")())
