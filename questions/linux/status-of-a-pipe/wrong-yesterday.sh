lines=$(./export.sh) || exit
if [ -n "$lines" ]; then sort <<<"$lines" >out.txt; else : >out.txt; fi
