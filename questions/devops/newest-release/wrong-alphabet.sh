newest=$(ls releases | sort | tail -n 1)
cat "releases/$newest/NOTES"
ln -sfn "releases/$newest" current
readlink current
