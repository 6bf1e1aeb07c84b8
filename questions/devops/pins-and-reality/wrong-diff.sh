diff <(sort requirements.txt) <(sort installed.txt) | grep '^<' | sed 's/^< //; s/==/ /' | tr A-Z a-z
