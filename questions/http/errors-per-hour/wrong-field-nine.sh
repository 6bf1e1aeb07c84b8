awk '{split($4, t, ":"); n[t[2]]++; if ($9 ~ /^5/) e[t[2]]++} END {for (h in n) print h, e[h] + 0, n[h]}' access.log | sort
