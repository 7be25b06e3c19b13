set -eu
mkdir -p files && : > keys.txt && : > log.txt && : > units.txt
for object in "$V"/m/*.age; do
  age -d -i R.txt "$object" 2>/dev/null >> keys.txt || true
done
for object in "$V"/m/*.age; do
  age -d -i keys.txt "$object" 2>/dev/null > sealed || continue
  zstd -dcqf sealed > text
  if grep -q '^# panoh units' text; then cat text >> units.txt; else cat text >> log.txt; fi
done
grep '^s ' log.txt | cut -d ' ' -f 3- > statements.jsonl
while read -r mark word name rest; do
  case "$mark $word" in
    '# file') file=files/$name; parts=; : > "$file" ;;
    '# part') parts="$parts $name" ;;
    AGE-SECRET-KEY-*)
      echo "$mark" > unit.txt
      for part in $parts; do
        age -d -i unit.txt "$V/d/$(echo "$part" | cut -c 1-2)/$part" | zstd -dcq >> "$file"
      done ;;
  esac
done < units.txt
(cd files && for file in *; do echo "$file  $file"; done | sha256sum -c)
rm -f keys.txt unit.txt sealed text
