# Shared by up, down and status (sourced): finds Java and the built launcher.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
launcher="$root/deploy/local/target"

sorry() { echo "$*" >&2; exit 1; }

need_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  command -v "$java" >/dev/null 2>&1 ||
    sorry "No Java found. Install a JDK 17 or newer (Debian: apt-get install openjdk-17-jdk-headless)."
  local version
  version=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  [ "${version:-0}" -ge 17 ] ||
    sorry "Java ${version:-of unknown version} is too old. Install a JDK 17 or newer, or point JAVA_HOME at one."
}

run_stack() { # command [options]
  exec "$java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto "-Dregulus.root=$root" \
    -cp "$launcher/classes:$launcher/lib/*" org.regulus.local.stack.Stack "$@"
}
