#!/usr/bin/env bash
# Tries out every install channel of the last commit, each with a command, in empty homes. Usage: tests/channels/prove.sh [WORD]
# With a WORD only the lines that contain it (and what they need) are told. What is absent is skipped and said.
#
# PyPI must be reachable, or uv's cache warm, for the first start; the clients themselves run without a network.
# Tools (npm: @anthropic-ai/mcpb@2.1.2 @modelcontextprotocol/inspector@2.12.0 clawhub@0.23.3 openclaw
# @anthropic-ai/claude-code @google/gemini-cli @openai/codex; pip: skills-ref, uv==0.9.7):
: "${UV:=uv}" "${UV_OLD:=}" "${NODE:=node}" "${MCPB:=mcpb}" "${INSPECTOR:=mcp-inspector}" "${AGENTSKILLS:=agentskills}"
: "${CLAUDE:=claude}" "${CODEX:=codex}" "${GEMINI:=gemini}" "${OPENCLAW:=openclaw}" "${CLAWHUB:=clawhub}" "${PYTHON:=python3}"
set -u
HERE=$(cd "$(dirname "$0")" && pwd) REPO=$(cd "$(dirname "$0")/../.." && pwd) ONLY=${1:-} W=$(mktemp -d) NAME=ai-to-video
passed=0 failed=0 skipped=0 started=()
trap 'for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done; rm -rf "$W"' EXIT
export DISABLE_TELEMETRY=1 CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC=1 GEMINI_CLI_TRUST_WORKSPACE=true NO_COLOR=1
export UV_CACHE_DIR=${UV_CACHE_DIR:-$("$UV" cache dir)}
mkdir "$W/src" "$W/home" && git -C "$REPO" archive HEAD | tar -x -C "$W/src"
VERSION=$(sed -n 's/^version: *//p' "$W/src/SKILL.md")

prove() { # LABEL TOOL COMMAND...: passes when the command does; skipped without the tool
  local label=$1 tool=$2; shift 2
  [[ $label == *"$ONLY"* ]] || return 0
  if [[ -n $tool ]] && ! command -v "${tool%% *}" >/dev/null; then skipped=$((skipped + 1)); echo "skip  $label: no ${tool%% *}"; return; fi
  if "$@" >"$W/log" 2>&1; then passed=$((passed + 1)); echo "ok    $label"
  else failed=$((failed + 1)); echo "WRONG $label"; tail -8 "$W/log" | sed 's/^/      /'; fi
}
ALONE=no-namespaces; unshare -rn true 2>/dev/null && ALONE=unshare # no network but loopback, where the system allows it
alone() { if [[ $ALONE == unshare ]]; then unshare -rn sh -c 'ip link set lo up 2>/dev/null; exec "$@"' sh "$@"; else "$@"; fi; }
told() { local word=$1; shift; "$@" 2>&1 | tee "$W/told" | grep -q -- "$word"; }
at_home() { local home=$W/home/$1; shift; mkdir -p "$home"; (cd "$home" && HOME=$home "$@"); }
server() { "$UV" run -q --directory "$W/src" --frozen --no-dev "$@"; }
PASSED="-e UV_CACHE_DIR=$UV_CACHE_DIR -e NEMO_API_URL=http://127.0.0.1:9 ${SSL_CERT_FILE:+-e SSL_CERT_FILE=$SSL_CERT_FILE}"
inspect() { at_home inspector $INSPECTOR --cli "$@" $PASSED --connect-timeout 180000 -q; }

# --- the package -----------------------------------------------------------------------------------------------------
wheel() { "$UV" build -q --wheel -o "$W/$1" "$W/src"; }
carries() { "$PYTHON" -m zipfile -l "$(echo "$W"/one/*.whl)" >"$W/files" && for f in SKILL.md demo.txt surface/viewer/viewer.html assets/icon.png py.typed; do grep -q "ai_to_video/$f" "$W/files" || { echo "no $f"; return 1; }; done; }
prove "wheel builds" "" wheel one
prove "wheel carries SKILL.md, demo.txt, viewer.html, icon" "" carries
prove "wheel is reproducible" "" bash -c "cp -r '$W/src' '$W/again' && touch '$W'/again/server/main.py && '$UV' build -q --wheel -o '$W/two' '$W/again' && cmp '$W'/one/*.whl '$W'/two/*.whl"
prove "wheel runs from anywhere" "" told "$NAME $VERSION" at_home wheel "$UV" tool run -q --from "$(echo "$W"/one/*.whl)" $NAME --version
prove "lock is current" "" "$UV" lock --check --directory "$W/src"

# --- the desktop bundle ----------------------------------------------------------------------------------------------
pack() { $MCPB pack "$W/src" "$W/$1.mcpb" && "$PYTHON" "$W/src/.github/release.py" repack "$W/$1.mcpb" "$W/$1.same"; }
lean() { "$PYTHON" -m zipfile -l "$W/a.same" | awk 'NR > 1 {print $1}' >"$W/files" && ! grep -E '^(tests/|\.)|/\.|__pycache__|node_modules' "$W/files" && grep -q uv.lock "$W/files"; }
unpack() { rm -rf "$W/bundle" && $MCPB unpack "$W/a.same" "$W/bundle"; }
start() { inspect "$@" run --directory "$W/bundle" --frozen --no-dev server/main.py --method tools/list --strict; }
prove "bundle: manifest is valid" "$MCPB" $MCPB validate "$W/src/manifest.json"
prove "bundle: packs" "$MCPB" pack a
prove "bundle: same bytes again" "$MCPB" bash -c "sleep 2; $(declare -f pack); MCPB='$MCPB' PYTHON='$PYTHON' W='$W'; pack b && cmp '$W/a.same' '$W/b.same'"
prove "bundle: no tests, no dotfiles" "$MCPB" lean
prove "bundle: unpacks" "$MCPB" unpack
prove "bundle: starts with uv 0.9.7, schemas strict" "${UV_OLD:-no-uv-0.9.7}" start "$UV_OLD"
prove "bundle: starts with the newest uv, schemas strict" "$INSPECTOR" start "$UV"
prove "bundle: starts without a network once warm" "$ALONE" alone bash -c "$(declare -f inspect at_home start); INSPECTOR='$INSPECTOR' PASSED='$PASSED' W='$W'; start '${UV_OLD:-$UV}' --offline"

# --- the protocol, by the official inspector -------------------------------------------------------------------------
LAUNCH=("$UV" run -q --directory "$W/src" --frozen --no-dev server/main.py)
for era in legacy modern; do
  prove "inspector: a call in the $era era" "$INSPECTOR" told projects env AI_TO_VIDEO_HOME="$W/state" bash -c "$(declare -f inspect at_home); INSPECTOR='$INSPECTOR' PASSED='$PASSED' W='$W'; inspect ${LAUNCH[*]} --protocol-era $era --method tools/call --tool-name get_state --format json"
done
prove "inspector: the app is found" "$INSPECTOR" told '"hasApp": *true' inspect "${LAUNCH[@]}" --method tools/call --tool-name export_video --app-info --advertise-apps --format json
prove "inspector: skills with digests" "$INSPECTOR" inspect "${LAUNCH[@]}" --protocol-era modern --method skills/list --verify --require-digests

# --- the skill -------------------------------------------------------------------------------------------------------
plain_skill() { mkdir -p "$W/plain/$NAME" && sed '/^version:/d' "$W/src/SKILL.md" >"$W/plain/$NAME/SKILL.md" && $AGENTSKILLS validate "$W/plain/$NAME"; }
prove "skill: agentskills, without the version line" "$AGENTSKILLS" plain_skill
"$PYTHON" "$HERE/registry.py" "$W/src" "$VERSION" >"$W/registry" & started+=($!)
until [[ -s $W/registry ]]; do sleep 0.1; done
HUB=(at_home clawhub $CLAWHUB --registry "$(cat "$W/registry")" --no-input)
prove "skill: clawhub would publish it" "$CLAWHUB" "${HUB[@]}" skill publish "$W/src" --slug $NAME --owner acme --version "$VERSION" --dry-run --json
prove "skill: clawhub installs it" "$CLAWHUB" "${HUB[@]}" --workdir "$W" --dir skills install $NAME
prove "skill: it knows who installed it" "$CLAWHUB" told "installed by: clawhub" env AI_TO_VIDEO_BACKEND=local HOME="$W/home" "$UV" run -q --directory "$W/skills/$NAME" --frozen --no-dev server/main.py doctor
prove "skill: openclaw finds it ready" "$OPENCLAW" at_home skills bash -c "$OPENCLAW skills install '$W/src' --global && $OPENCLAW skills info $NAME | grep -q Ready"

# --- chat programs: our installer writes, their own command line connects ---------------------------------------------
put() { at_home "$1" server $NAME install "$1" && at_home "$1" server $NAME install "$1" | grep -q "already in"; }
connected() { local client=$1 word=$2; shift 2; put "$client" && at_home "$client" alone "$@" 2>&1 | tee "$W/told" | grep -q -- "$word"; }
gone() { at_home "$1" server $NAME uninstall "$1" && [[ -z $(grep -rl --include=.claude.json --include=settings.json --include=config.toml --include=openclaw.json '"-m"' "$W/home/$1") ]]; }
prove "install claude-code: connected" "$CLAUDE" connected claude-code "Connected" $CLAUDE mcp list
prove "uninstall claude-code" "$CLAUDE" gone claude-code
prove "install gemini: connected" "$GEMINI" connected gemini "Connected" $GEMINI mcp list
prove "uninstall gemini" "$GEMINI" gone gemini
prove "install codex: enabled" "$CODEX" connected codex "enabled" $CODEX mcp list
prove "install codex: its time limits are read" "$CODEX" told "tool_timeout_sec: 900" at_home codex $CODEX mcp get $NAME
prove "uninstall codex" "$CODEX" gone codex
prove "install openclaw: probed" "$OPENCLAW" connected openclaw "generate_video\|5 tools\|ok" $OPENCLAW mcp doctor $NAME --probe
prove "uninstall openclaw" "$OPENCLAW" gone openclaw
prove "by hand: claude mcp add" "$CLAUDE" at_home hand bash -c "$CLAUDE mcp add --scope user $NAME -- ${LAUNCH[*]} && $CLAUDE mcp list | grep -q Connected"
prove "by hand: gemini mcp add" "$GEMINI" at_home hand bash -c "$GEMINI mcp add -s user --timeout 900000 $NAME ${LAUNCH[*]} && $GEMINI mcp list 2>&1 | grep -q Connected"
prove "by hand: codex mcp add" "$CODEX" at_home hand bash -c "$CODEX mcp add $NAME -- ${LAUNCH[*]} && $CODEX mcp get $NAME"
prove "by hand: openclaw mcp add" "$OPENCLAW" at_home hand $OPENCLAW mcp add $NAME --command "$UV" --arg run --arg --directory --arg "$W/src" --arg --frozen --arg --no-dev --arg server/main.py --timeout 900 --connect-timeout 120
prove "marketplace: claude validates it" "$CLAUDE" at_home plugin $CLAUDE plugin validate "$W/src"
prove "marketplace: skill and server in one" "$CLAUDE" at_home plugin bash -c "$CLAUDE plugin marketplace add '$W/src' && $CLAUDE plugin install $NAME@$NAME && $CLAUDE mcp list | grep -q 'plugin:.*Connected'"

echo "$passed passed, $failed failed, $skipped skipped"
exit $((failed > 0))
