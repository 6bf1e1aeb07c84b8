import importlib

print(__import__("xml.dom.minidom").__name__)
print(importlib.import_module("xml.dom.minidom").__name__)
