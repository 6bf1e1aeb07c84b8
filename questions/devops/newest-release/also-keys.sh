v=$(printf '%s\n' releases/*/ | sed 's|releases/||; s|/$||' | sort -t. -k1,1n -k2,2n -k3,3n | tail -1)
cat releases/$v/NOTES; ln -s releases/$v current; readlink current
