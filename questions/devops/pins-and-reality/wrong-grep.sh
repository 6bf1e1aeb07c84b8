grep -v '^#' requirements.txt | grep == | tr A-Z a-z | while IFS= read -r pin; do
    name=${pin%%==*}; want=${pin##*==}
    got=$(tr A-Z a-z < installed.txt | grep "$name==" | sed 's/.*==//')
    [ "$got" = "$want" ] || echo "$name $want ${got:--}"
done | LC_ALL=C sort
