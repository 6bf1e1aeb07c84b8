sed -E 's/^[^[]*\[[^:]*:([0-9]{2}):.*" ([0-9]{3}) [0-9-]+$/\1 \2/' access.log |
    awk '{n[$1]++; if ($2 ~ /^5/) e[$1]++} END {for (h in n) printf "%s %d %d\n", h, e[h], n[h]}' | sort
