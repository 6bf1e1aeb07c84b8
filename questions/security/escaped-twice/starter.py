def escape(text):
    text = text.replace("<", "&lt;")
    text = text.replace(">", "&gt;")
    text = text.replace("&", "&amp;")
    text = text.replace('"', "&quot;")
    return text
