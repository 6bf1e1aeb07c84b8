import hashlib
import random

SALT = "8f1b0c7d2e3a49586a7b8c9dabcdef01"
OLD = "pbkdf2_sha256$37$" + SALT + "$" + hashlib.pbkdf2_hmac("sha256", b"correct horse", bytes.fromhex(SALT), 37).hex()


def right_and_wrong(answer):
    stored = answer.store("correct horse", 1000)
    return [answer.verify(p, stored) for p in ("correct horse", "correct house", "", "Correct horse", "correct horse ")]


def the_form(answer):
    name, rounds, salt, digest = answer.store("secret", 500).split("$")
    mine = hashlib.pbkdf2_hmac("sha256", b"secret", bytes.fromhex(salt), 500).hex()
    return [name, rounds, len(salt) >= 32, digest == mine]


def the_same_password_twice(answer):
    one, two = answer.store("secret", 10), answer.store("secret", 10)
    return [one.split("$")[i] == two.split("$")[i] for i in (2, 3)]


def a_salt_nobody_can_foresee(answer):
    random.seed(1)
    one = answer.store("secret", 10)
    random.seed(1)
    two = answer.store("secret", 10)
    return one.split("$")[2] == two.split("$")[2]


def stored_by_the_old_system(answer):
    answer.store("somebody else", 1000)
    return [answer.verify("correct horse", OLD), answer.verify("correct house", OLD)]


def not_only_ascii(answer):
    stored = answer.store("пароль密码", 20)
    return [answer.verify("пароль密码", stored), answer.verify("пароль密玛", stored)]


def damaged(answer):
    name, rounds, salt, digest = OLD.split("$")
    texts = ["", "plain text", OLD[:-2], OLD + "00", OLD.replace("37", "x"), OLD.replace("$37$", "$0$"),
             "$".join([name, rounds, salt]), "$".join([name, rounds, salt, ""]), "$".join([name, rounds, "zz", digest]),
             "$".join([name, rounds, salt, "é" * 64]), "$".join([name, rounds, salt, digest, ""])]
    return [i for i, text in enumerate(texts) if answer.verify("correct horse", text) is not False]


def another_method(answer):
    return answer.verify("correct horse", OLD.replace("pbkdf2_sha256", "md5"))


def too_few_rounds(answer):
    return [answer.outdated(OLD, n) for n in (36, 37, 38)]


def outdated_of_something_else(answer):
    return [answer.outdated("md5$1$00$00", 1), answer.outdated("plain text", 1)]
