awk -F= 'NR == FNR {if ($0 !~ /^#/ && $2 != "") set[$1] = 1; next} !($1 in set) {print $1; bad = 1} END {exit bad}' settings.env required.txt
