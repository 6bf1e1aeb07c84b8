awk -F'==' '
    /^#/ || NF < 2 {next}
    {name = tolower($1)}
    FNR == NR {got[name] = $2; next}
    !(name in got) {print name, $2, "-"; next}
    got[name] != $2 {print name, $2, got[name]}
' installed.txt requirements.txt | LC_ALL=C sort
