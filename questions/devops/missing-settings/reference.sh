status=0
while IFS= read -r name; do
    if ! grep -q "^$name=." settings.env; then
        echo "$name"
        status=1
    fi
done <required.txt
exit $status
