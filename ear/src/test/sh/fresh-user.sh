#!/usr/bin/env bash
# Acts as somebody who has never been here: a clean clone, an empty home, an ordinary user. Runs the
# README's two commands and says how each ended. As root it makes a throw-away user for that and
# removes it at the end; as anybody else it runs as that person with an empty home.
#
#   ear/src/test/sh/fresh-user.sh [REPOSITORY] [PORT-OFFSET]
set -euo pipefail

repository=${1:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../../../.." && pwd)}
offset=${2:-900}
user=medflow-fresh-$$
place=$(mktemp -d "${TMPDIR:-/tmp}/medflow-fresh.XXXXXX")
home=$place/home
clone=$place/medflow
log=$place/run.log

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*"; }

as_user() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid="$user" --regid="$user" --clear-groups \
      env -i HOME="$home" PATH="$PATH" LANG=C.UTF-8 "$@"
  else
    env -i HOME="$home" PATH="$PATH" LANG=C.UTF-8 "$@"
  fi
}

clean_up() {
  [ ! -x "$clone/medflow" ] || as_user bash -c "cd '$clone' && ./medflow stop" >/dev/null 2>&1 || true
  [ "$(id -u)" != 0 ] || userdel "$user" 2>/dev/null || true
  if [ "${KEEP:-}" = yes ]; then say "kept: $place"; else rm -rf "$place"; fi
}
trap clean_up EXIT

await_ready() {
  local end=$((SECONDS + 1800))
  until as_user bash -c "cd '$clone' && [ -f wildfly-config/target/medflow-launcher.jar ] \
      && ./medflow status --json" 2>/dev/null | grep -q '"ready":true'; do
    kill -0 "$1" 2>/dev/null || { tail -20 "$log"; say "run ended before it was ready"; exit 1; }
    [ $SECONDS -lt $end ] || { tail -20 "$log"; say "run was not ready in half an hour"; exit 1; }
    sleep 2
  done
}

[ "$(id -u)" != 0 ] || useradd --no-create-home --home-dir "$home" --shell /bin/bash "$user"
mkdir -p "$home"
git clone -q "$repository" "$clone"
[ "$(id -u)" != 0 ] || chown -R "$user" "$place"

say "./medflow run --port-offset $offset, as $(as_user id -un), home empty"
as_user bash -c "cd '$clone' && exec ./medflow run --port-offset $offset" >"$log" 2>&1 &
running=$!
await_ready $running
say "ready after $SECONDS s"
pages=http://127.0.0.1:$((8080 + offset))
as_user curl -sSf -o /dev/null "$pages/connexion"
grep -q 'premier-demarrage?token=' "$log" || { say "no link for the first administrator"; exit 1; }
as_user bash -c "cd '$clone' && ./medflow stop" >/dev/null
wait $running || true
say "run: ok"

say "./medflow test"
if as_user bash -c "cd '$clone' && ./medflow test" >"$place/test.log" 2>&1; then
  say "test: ok after $SECONDS s"
else
  tail -60 "$place/test.log"
  say "test: failed"
  exit 1
fi
