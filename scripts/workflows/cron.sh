#!/bin/sh
# The weekly report by cron. In the crontab, with the folder of the clone or of the workspace, and a file of settings:
#
#   30 5 * * 1  /srv/report/cron.sh /srv/report /etc/courtesy.env
#
# The file of settings, which only its owner may read (chmod 600), holds lines such as COURTESY_SECRET=0123...:
#   COURTESY_SECRET       names the folders of clients' pages; needed where settings.yaml shares any
#   COURTESY_PASSPHRASES  where pages are locked: the path of the file with a line for each client
#   COURTESY_MAIL_TO      who is sent the digest, in quotes with spaces between them: 'a@x.com b@x.com'; by sendmail, else by mail
#   COURTESY_INTERNAL_TO  for rsync: user@host:/folder or /folder for the site of the firm; put a login in front of it
#   COURTESY_SHARE_TO     for rsync: the same for the pages of clients, and nothing else: what else lies there is removed
#   PATH                  where cron does not find npm or node
#
# A held build sends its digest and changes nothing. To publish it in spite of its findings: CONFIRM=name,name cron.sh ...
# Ends with 0 published, 1 refused or held, 2 used wrongly, 75 while another run is at work.
set -u

if [ $# -lt 1 ] || [ ! -d "$1" ]; then
  echo "cron.sh: name the folder of the report; use: cron.sh FOLDER [SETTINGS]" >&2
  exit 2
fi
if [ $# -gt 1 ]; then
  if [ ! -r "$2" ]; then
    echo "cron.sh: $2: this file cannot be read; correct its name, or the right to read it" >&2
    exit 2
  fi
  case $2 in /*) settings=$2 ;; *) settings=$PWD/$2 ;; esac
  set -a
  . "$settings"
  set +a
fi
cd "$1" || exit 2

PATH=$PATH:/usr/sbin:/usr/lib
work=.courtesy-cron
busy() {
  echo "cron.sh: another run is at work; nothing was done" >&2
  exit 75
}
mkdir -p .cache
if command -v flock >/dev/null 2>&1; then
  # The system lets go of it when this run ends, however it ends.
  exec 9>.cache/cron.lock
  flock -n 9 || busy
elif ! ln -s "cron-$$" .cache/cron.run 2>/dev/null; then
  # A link is there with its number at once. The number of a run that is gone may be that of another program by now.
  other=$(readlink .cache/cron.run)
  case $(ps -p "${other#cron-}" -o args= 2>/dev/null) in *"${0##*/}"*) busy ;; esac
  rm -f .cache/cron.run
  ln -s "cron-$$" .cache/cron.run 2>/dev/null || busy
fi
[ ! -d "$work" ] || echo "cron.sh: the run before did not end; going on without it" >&2
rm -rf "$work"
mkdir "$work"
: >"$work/begun"
trap 'rm -rf "$work" .cache/cron.run' EXIT
trap 'exit 143' HUP INT TERM

# A text as the subject of a mail.
subject_of() {
  case $1 in
    *[!\ -~]*) printf '=?UTF-8?B?%s?=' "$(printf '%s' "$1" | base64 | tr -d '\n')" ;;
    *) printf '%s' "$1" ;;
  esac
}

# Sends a file, whose first line is the subject, to each of the readers. What sends it may stay behind, without the lock.
send() {
  subject=$(head -n 1 "$1")
  for reader in ${COURTESY_MAIL_TO:-}; do
    if command -v sendmail >/dev/null 2>&1; then
      {
        printf 'To: %s\nSubject: %s\n' "$reader" "$(subject_of "$subject")"
        printf 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n'
        cat "$1"
      } | sendmail -t 9>&-
    else
      mail -s "$(subject_of "$subject")" "$reader" <"$1" 9>&-
    fi || echo "cron.sh: no mail could be sent to $reader; set up sendmail or mail" >&2
  done
}

npm run build -- ${CONFIRM:+--confirm "$CONFIRM"} >"$work/log" 2>&1
code=$?
cat "$work/log" >&2
if [ $code -ne 0 ]; then
  if [ -n "$(find dist.held/digest.txt -newer "$work/begun" 2>/dev/null)" ]; then send dist.held/digest.txt; else
    { echo "The report could not be built (code $code)" && echo && tail -n 40 "$work/log"; } >"$work/mail"
    send "$work/mail"
  fi
  exit $code
fi

# What goes to a host of its own. Where no pages are shared any more, the folder is empty, and none stays there.
deliver() {
  [ -n "$2" ] || return 0
  rsync -rlt --delete "dist/$1/" "$2/" || {
    echo "cron.sh: $1 could not be sent to $2; the site stands in dist; look at rsync's words above" >&2
    code=1
  }
}
deliver internal "${COURTESY_INTERNAL_TO:-}"
deliver share "${COURTESY_SHARE_TO:-}"
[ -f dist/digest.txt ] && send dist/digest.txt
exit $code
