./unpack.sh
find photos -type f -exec md5sum {} + | sort | awk '{n[$1]++; f[$1] = f[$1] $2 "\n"} END {for (h in n) if (n[h] > 1) printf "%s", f[h]}' | LC_ALL=C sort
