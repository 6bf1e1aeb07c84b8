from_file = "loaded"
