def check(text):
    level = deepest = 0
    for character in text:
        if character == "(":
            level += 1
            deepest = max(deepest, level)
        elif character == ")":
            level -= 1
            if level < 0:
                return False
    return level == 0, deepest


print(check("(()())"))
print(check(")("))
print(check("(("))
if check("(("):
    print("accepted")
