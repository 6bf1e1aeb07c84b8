def orders(answer):
    return answer.build().get("/orders", "ann")


def strangers(answer):
    return answer.build().get("/invoices")


def admin_is_protected(answer):
    app = answer.build()
    return [app.get("/admin"), app.get("/admin", "root")]


def names(answer):
    return sorted(answer.build().views)


def duplicates_still_refused(answer):
    app = answer.build()
    try:
        @app.route("/again")
        def orders(user):
            return ""
    except ValueError:
        return "ValueError"
    return "accepted"
