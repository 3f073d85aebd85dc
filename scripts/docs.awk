# Makes a shell script of a page; docs.sh says what becomes of which block, and gives the script its `expect`.

function tell(text) { printf "%s:%d: %s\n", FILENAME, FNR, text > "/dev/stderr" }
function count(kind) { print kind >> ENVIRON["TALLY"] }

function begin_commands() { kind = "commands"; count("run"); printf "block=%s:%d\n{\n", FILENAME, FNR }
function begin_text(command) { kind = "text"; end = "END OF " FNR; printf "%s <<\"%s\"\n", command, end }
function end_block() {
  if (kind == "commands") print "} </dev/null >\"$OUTPUT\" 2>&1"
  if (kind == "text") print end
  kind = ""
}

function value_of(mark) { gsub(/^ *<!-- [a-z ]*: | -->$/, "", mark); return mark }
function is_marked() {
  if (left_out != "") { count("left out"); tell("not run: " left_out) }
  else if (instead != "") { begin_commands(); print instead; end_block() }
  else return 0
  left_out = instead = ""
  return 1
}

BEGIN { is_blank = 1 }

fence != "" && $0 == fence { end_block(); fence = ""; next }
fence != "" { if (kind != "") print substr($0, length(fence) - 2); next }

is_indented && /^(    |$)/ { if (kind != "") print; next }
is_indented { end_block(); is_indented = 0 }

/^ *```/ {
  fence = $0
  sub(/```.*/, "```", fence)
  if (is_marked()) next
  if ($1 == "```sh") begin_commands()
  else if ($1 == "```output") { begin_text("expect"); count("compared") }
  else if (NF == 2) { begin_text("cat >" $2); count("written to a file") }
  else if ($1 == "```csharp") count("held by a test")
  else if ($1 != "```text") { tell("a block of no known kind"); fence = ""; exit 1 }
  next
}
is_blank && /^    / {
  is_indented = 1
  if (!is_marked()) { begin_commands(); print }
  next
}

/^ *<!-- not run: .* -->$/ { left_out = value_of($0); next }
/^ *<!-- run as: .* -->$/ { instead = value_of($0); next }
{ is_blank = /^$/; if (!is_blank) left_out = instead = "" }

END {
  if (fence != "") { tell("a block that does not end"); exit 1 }
  end_block()
}
