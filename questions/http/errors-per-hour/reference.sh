awk -F'"' '{split($3, r, " "); split($1, t, ":"); n[t[2]]++; if (r[1] >= 500 && r[1] <= 599) e[t[2]]++}
     END {for (h in n) print h, e[h] + 0, n[h]}' access.log | sort
