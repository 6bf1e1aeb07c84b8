from flask import Blueprint, Flask, request, url_for

app = Flask(__name__)
blog = Blueprint("blog", __name__, url_prefix="/blog")


@app.route("/user/<int:number>")
def user(number):
    return "user"


@blog.route("/")
def index():
    return url_for("blog.index") + " " + request.endpoint


app.register_blueprint(blog)
client = app.test_client()
print(client.get("/user/7").status_code)
print(client.post("/user/7").status_code)
print(client.get("/user/seven").status_code)
print(client.head("/user/7").status_code)
print(client.get("/blog").status_code)
print(client.get("/blog/").text)
