import ipaddress
import re

text = "10.0.0.1 300.1.1.1 1.2.3.4.5"

print(re.findall(r"\d{1,3}(?:\.\d{1,3}){3}", text))

octet = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
print(re.findall(rf"(?<![\d.]){octet}(?:\.{octet}){{3}}(?![\d.])", text))

print(re.findall(r"[.]", "a.b"))
print(re.match(r"\d(?:\.)\d", "1.2.3").group())

try:
    ipaddress.ip_address("300.1.1.1")
except ValueError:
    print("ValueError")
