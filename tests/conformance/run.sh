#!/usr/bin/env bash
# Runs the official conformance suite and prints its figures: the revisions' required sets against the fixture server
# (baseline.yml names what does not apply), and what needs no fixtures (plain.txt) against `ai-to-video serve --http`.
# Needs Node 24 and @modelcontextprotocol/conformance@0.2.0-alpha.12 from npm; no traffic but to this machine.
#   CONFORMANCE=path/to/dist/index.js tests/conformance/run.sh
set -u
HERE=$(cd "$(dirname "$0")" && pwd) ROOT=$(cd "$(dirname "$0")/../.." && pwd) W=$(mktemp -d)
: "${UV:=uv}" "${NODE:=node}" "${CONFORMANCE:?path to the suite: node_modules/@modelcontextprotocol/conformance/dist/index.js}"
PIDS=() BAD=0
trap 'for pid in "${PIDS[@]}"; do kill "$pid" 2>/dev/null; done; rm -rf "$W"' EXIT
export HOME=$W AI_TO_VIDEO_HOME=$W/state AI_TO_VIDEO_OUTPUT_DIR=$W/out NEMO_API_URL=http://127.0.0.1:9
PYTHON=$ROOT/.venv/bin/python
[[ -x $PYTHON ]] || { echo "First: uv sync --extra local"; exit 1; }
free() { "$PYTHON" -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
up() { until curl -sf "http://127.0.0.1:$1/health" >/dev/null; do sleep 0.2; done; }
ask() { "$NODE" "$CONFORMANCE" server --url "http://127.0.0.1:$1/mcp" -o "$W/results" "${@:2}"; }

FIXTURE=$(free); "$PYTHON" "$HERE/server.py" "$FIXTURE" 2>"$W/fixture.log" & PIDS+=($!)
REAL=$(free); "$PYTHON" -m ai_to_video serve --http --port "$REAL" 2>"$W/real.log" & PIDS+=($!)
up "$FIXTURE"; up "$REAL"

for revision in 2026-07-28 2025-11-25; do
  echo "== required by $revision, fixture server"
  ask "$FIXTURE" --requirements "$revision" --expected-failures "$HERE/baseline.yml" >"$W/log" 2>&1 || BAD=1
  sed -n 's/\x1b\[[0-9;]*m//g; /^Total/,$p' "$W/log"
  echo "$(grep -c '^✓' "$W/log") scenarios without a failed check"
done
echo "== extensions, fixture server"
EXTENSIONS=(sep-2640-skills-{directory,enumeration,manifest} json-schema-2020-12
  tasks-{lifecycle,capability-negotiation,wire-fields,request-state-removal,request-headers,dispatch-and-envelope})
passed=0
for scenario in "${EXTENSIONS[@]}"; do
  ask "$FIXTURE" --scenario "$scenario" --expected-failures "$HERE/baseline.yml" >"$W/log" 2>&1 || { BAD=1; echo "✗ $scenario"; tail -5 "$W/log"; continue; }
  passed=$((passed + 1)) && grep -E '^Passed' "$W/log" | sed "s/^/$scenario: /"
done
echo "$passed of ${#EXTENSIONS[@]} scenarios pass"
echo "== what needs no fixtures, real server"
passed=0
while read -r scenario; do
  if ask "$REAL" --scenario "$scenario" >"$W/log" 2>&1; then passed=$((passed + 1)); else BAD=1; echo "✗ $scenario"; tail -5 "$W/log"; fi
done <"$HERE/plain.txt"
echo "$passed of $(wc -l <"$HERE/plain.txt") scenarios pass"
exit $BAD
