import io

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http import HttpResponse
from django.urls import converters, path, register_converter

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], MIDDLEWARE=[__name__ + ".a", __name__ + ".b"])


def loud(name):
    def middleware(get_response):
        def call(request):
            print(name, "in")
            response = get_response(request)
            print(name, "out")
            return response
        return call
    return middleware


a, b = loud("A"), loud("B")


class LoudInt(converters.IntConverter):
    def to_python(self, value):
        print("URL resolved")
        return int(value)


class LoudRequest(WSGIRequest):
    def __init__(self, environ):
        print("request built")
        super().__init__(environ)


class LoudHandler(WSGIHandler):
    request_class = LoudRequest


def book(request, number):
    print("view")
    return HttpResponse("ok")


register_converter(LoudInt, "loud")
urlpatterns = [path("books/<loud:number>", book)]
django.setup()
environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/books/7", "SERVER_NAME": "x", "SERVER_PORT": "80", "wsgi.input": io.BytesIO()}
LoudHandler()(environ, lambda status, headers: None)
