norm() { grep -v '^#' "$1" | grep == | tr A-Z a-z | sed 's/==/ /' | LC_ALL=C sort; }
LC_ALL=C join -a1 -e - -o 0,1.2,2.2 <(norm requirements.txt) <(norm installed.txt) | awk '$2 != $3'
