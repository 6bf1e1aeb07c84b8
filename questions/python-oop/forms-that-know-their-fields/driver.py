"""Runs in the cage beside the answer. Returns plain values; what they should be stays outside."""


def person(answer):
    class Person(answer.Form):
        name = answer.Field()
        age = answer.Field(int)

    return Person


def one_form(answer):
    Person = person(answer)
    return [list(Person.fields), Person({"name": "Ann", "age": "41"}).values()]


def subclass(answer):
    Person = person(answer)

    class Member(Person):
        mail = answer.Field()

    return [list(Member.fields), list(Person.fields)]


def not_alphabetical(answer):
    class Address(answer.Form):
        zip = answer.Field()
        age = answer.Field()
        name = answer.Field()

    return list(Address.fields)


def declared_again(answer):
    Person = person(answer)

    class Exact(Person):
        age = answer.Field(float)
        name = answer.Field()

    return [list(Exact.fields), Exact.fields["age"].convert.__name__, Person.fields["age"].convert.__name__]


def removed(answer):
    Person = person(answer)

    class Ageless(Person):
        age = None

    return [list(Ageless.fields), list(Person.fields)]


def removed_for_grandchildren(answer):
    class Ageless(person(answer)):
        age = None

    class Member(Ageless):
        mail = answer.Field()

    return list(Member.fields)


def removed_and_declared_again(answer):
    class Ageless(person(answer)):
        age = None

    class Member(Ageless):
        age = answer.Field()

    return list(Member.fields)


def two_bases(answer):
    class A(answer.Form):
        a = answer.Field()

    class B(answer.Form):
        b = answer.Field()

    class Both(A, B):
        pass

    return list(Both.fields)


def diamond(answer):
    class Top(answer.Form):
        a = answer.Field(lambda text: "top")

    class Left(Top):
        a = answer.Field(lambda text: "left")

    class Right(Top):
        b = answer.Field()

    class LeftFirst(Left, Right):
        pass

    class RightFirst(Right, Left):
        pass

    return [[list(form.fields), form.fields["a"].convert("")] for form in (LeftFirst, RightFirst)]


def no_class_attributes(answer):
    Person = person(answer)

    class Ageless(Person):
        age = None

    return [hasattr(Person, "name"), hasattr(Ageless, "age"), hasattr(Ageless({}), "name")]


def the_rest_of_the_body(answer):
    class Person(answer.Form):
        name = answer.Field()
        title = None

        def greet(self):
            return self.values()["name"] + "!"

    return [Person.title, Person({"name": "Ann"}).greet(), Person.__name__]


def values(answer):
    class Person(answer.Form):
        age = answer.Field(int)
        name = answer.Field()

    result = [list(Person({"name": "Ann", "x": 1, "age": 7}).values())]
    try:
        Person({"name": "Ann"}).values()
    except KeyError:
        result.append("KeyError")
    return result + [dict(answer.Form.fields)]


def sisters(answer):
    class Base(answer.Form):
        a = answer.Field()

    class One(Base):
        x = answer.Field()

    class Two(Base):
        y = answer.Field()

    return [list(form.fields) for form in (One, Two, Base)]
