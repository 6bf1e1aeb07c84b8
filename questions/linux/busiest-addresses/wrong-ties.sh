cut -d' ' -f1 access.log | sort | uniq -c | LC_ALL=C sort -nr | head -n 3 | awk '{print $1, $2}'
