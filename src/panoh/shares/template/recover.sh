set -eu
mkdir -p files && : > keys.txt && : > log.txt && : > units.txt
for object in "$V"/m/*.age; do
  age -d -i R.txt "$object" 2>/dev/null >> keys.txt || true
done
if [ ! -s keys.txt ]; then
  echo "Nothing opens. This is age $(age --version): 1.3 or newer is needed." >&2
  echo "If it is: R.txt is not the recovery key of this vault." >&2
  exit 1
fi
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
if [ -s units.txt ]; then
  (cd files && for file in *; do echo "$file  $file"; done | sha256sum -c)
fi
rm -f keys.txt unit.txt sealed text
