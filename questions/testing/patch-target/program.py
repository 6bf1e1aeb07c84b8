import sys
import types
from unittest.mock import patch

sent = []
mailer = types.ModuleType("mailer")
mailer.send = lambda address, text: sent.append(address)
sys.modules["mailer"] = mailer

billing = types.ModuleType("billing")
sys.modules["billing"] = billing
exec(
    "from mailer import send\n"
    "def remind(user):\n"
    "    send(user.address, 'Your invoice is due.')\n",
    billing.__dict__,
)

user = types.SimpleNamespace(address="ann@example.org")
for target in ("billing.send", "mailer.send"):
    sent.clear()
    with patch(target):
        billing.remind(user)
    print(f"{target}: {len(sent)} real mails")
