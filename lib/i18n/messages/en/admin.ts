/** The back office. */
export const admin = {
  "admin.codes.kept": "I have kept them",
  "admin.codes.lead":
    "Each code works once and lets you register a new passkey. They are shown now and never again. Earlier codes no longer work.",
  "admin.codes.left": "{left} of {of} left",
  "admin.codes.make": "Make 8 new codes",
  "admin.codes.none": "You have none yet.",
  "admin.codes.noneYet": "none yet",
  "admin.codes.on": "Go to the back office",
  "admin.codes.save": "Save as text",
  "admin.codes.title": "Recovery codes",
  "admin.empty": "Nothing waits.",
  "admin.home": "Home",
  "admin.me.full":
    "{count} passkeys are as many as anybody may have. Remove one first.",
  "admin.me.passkeyAdd": "Add a passkey",
  "admin.me.passkeyMade": "Passkey made on",
  "admin.me.passkeyRemove": "Remove this passkey",
  "admin.me.passkeyUsed": "last used on",
  "admin.me.passkeys": "Passkeys",
  "admin.me.second":
    "Add a second passkey on another device, so that a lost laptop does not lock you out.",
  "admin.me.seen": "last used",
  "admin.me.sessionEnd": "End this session",
  "admin.me.sessions": "Signed in",
  "admin.me.since": "since",
  "admin.me.thisOne": "this one",
  "admin.nav": "Back office",
  "admin.nav.system": "Staff and system",
  "admin.nav.waiting": "Waiting",
  "admin.operator": "A command on the server",
  "admin.permission.admin.enter": "Enter the back office",
  "admin.permission.age.decide": "Decide about an age flag",
  "admin.permission.age.read": "Read age flags",
  "admin.permission.appeal.answer": "Answer an appeal",
  "admin.permission.appeal.read": "Read appeals",
  "admin.permission.audit.read": "Read the audit log",
  "admin.permission.audit.verify": "Verify the audit log",
  "admin.permission.case.ban": "Ban, or confirm a ban",
  "admin.permission.case.bulk": "Decide several cases at once",
  "admin.permission.case.claim": "Take a case and pass it on",
  "admin.permission.case.decide": "Decide, up to 30 days",
  "admin.permission.case.read": "Read cases",
  "admin.permission.evidence.open": "Open evidence",
  "admin.permission.staff.read": "See who is on the staff",
  "admin.permission.staff.write": "Invite people and change roles",
  "admin.proof.cancel": "Cancel",
  "admin.proof.first":
    "Show your passkey first, then press again. It counts for 5 minutes.",
  "admin.proof.lead":
    "What comes next needs your passkey once more. It counts for 5 minutes.",
  "admin.proof.show": "Show your passkey first",
  "admin.proof.title": "Is it still you?",
  "admin.role.admin": "Admin",
  "admin.role.analyst": "Analyst",
  "admin.role.child-safety": "Child safety",
  "admin.role.legal": "Legal",
  "admin.role.moderator": "Moderator",
  "admin.role.privacy": "Privacy",
  "admin.role.triage": "Triage",
  "admin.signOut": "Sign out",
  "admin.staff": "Staff",
  "admin.staff.by": "Invited by",
  "admin.staff.count":
    "{members, plural, one {# member} other {# members}}, {here} here now, {open, plural, one {# invitation open} other {# invitations open}}",
  "admin.staff.endSessions": "Sign them out everywhere",
  "admin.staff.error.lacking":
    "You cannot give or take a role that you do not have. Nothing was changed.",
  "admin.staff.error.last_admin":
    "Somebody must stay admin. Make another member admin first. Nothing was changed.",
  "admin.staff.error.none": "Choose at least one role.",
  "admin.staff.error.own":
    "Nobody changes their own roles. Ask another admin. Nothing was changed.",
  "admin.staff.error.stale":
    "Somebody changed these roles while this page was open. Below is what you chose; the line under the name shows what they are now. Save again if it still holds.",
  "admin.staff.error.unknown": "Nobody like this is on the staff any more.",
  "admin.staff.for": "For",
  "admin.staff.fresh": "asks for the passkey again",
  "admin.staff.group.age": "Child safety",
  "admin.staff.group.cases": "Reports and appeals",
  "admin.staff.group.system": "Staff and system",
  "admin.staff.invitation.ended": "ended",
  "admin.staff.invitation.open": "ends in {minutes} min",
  "admin.staff.invitation.used": "used",
  "admin.staff.invitations": "Invitations",
  "admin.staff.invite": "Invite somebody",
  "admin.staff.inviteAct": "Make a link",
  "admin.staff.inviteHint":
    "The link works once, within an hour. Give it to them yourself.",
  "admin.staff.inviteName": "For whom",
  "admin.staff.joined": "Joined",
  "admin.staff.lackingHint":
    "You do not have this role, so you cannot give it.",
  "admin.staff.lastSeen": "Last seen",
  "admin.staff.linkText":
    "It works once, for an hour. Copy it now and give it to them yourself: it cannot be shown again.",
  "admin.staff.linkTitle": "The link for {name}",
  "admin.staff.may": "May",
  "admin.staff.members": "Members",
  "admin.staff.name": "Name",
  "admin.staff.no": "no",
  "admin.staff.now": "now",
  "admin.staff.passkeyCount":
    "{count, plural, =0 {none} one {1, a second is advised} other {# passkeys}}",
  "admin.staff.passkeys": "Passkeys",
  "admin.staff.remove": "Remove {name} from the staff",
  "admin.staff.removeAct": "Remove from the staff",
  "admin.staff.removeText":
    "Their sessions end at once; passkeys and codes are deleted. What they did stays in the log.",
  "admin.staff.removed": "No longer on the staff.",
  "admin.staff.revoke": "Take back",
  "admin.staff.roles": "Roles",
  "admin.staff.saveRoles": "Save roles",
  "admin.staff.state": "State",
  "admin.staff.table": "Which role may do what",
  "admin.staff.tableText":
    "The table comes with the program and cannot be edited here. Nobody acts on an account or an appeal of their own, gives what they lack, or removes the last admin.",
  "admin.staff.two": "two",
  "admin.staff.twoText": "needs a second person",
  "admin.staff.unnamed": "Whoever has the link",
  "admin.staff.yes": "yes",
  "admin.title": "{page} · Back office",
  "admin.welcome.codes":
    "For the day on which no passkey is at hand: eight codes, each of which works once.",
  "admin.welcome.made":
    "{count, plural, one {Your passkey is registered.} other {# passkeys are registered.}}",
  "admin.welcome.second": "Register a second",
  "admin.welcome.title": "Two more steps",
  "admin.you": "(you)",
  "staff.invitation.by": "{by} invites you to the back office as: {roles}.",
  "staff.invitation.ended": "This link has ended",
  "staff.invitation.endedText":
    "A link works once, within an hour. Ask whoever gave it to you for a new one.",
  "staff.invitation.first":
    "Whoever runs this server invites you to the back office as: {roles}.",
  "staff.invitation.firstKey":
    "{name}, this device or a security key will say who you are from now on.",
  "staff.invitation.keyText":
    "Your device asks for a finger, your face, its code or a security key. None of that reaches Millo.",
  "staff.invitation.name": "The name that colleagues see",
  "staff.invitation.nameBlank": "Type a name that can be seen.",
  "staff.invitation.nameHint": "Such as a first name and an initial.",
  "staff.invitation.nameLong": "Keep the name to 60 characters or fewer.",
  "staff.invitation.nextKey": "{name}, this adds a passkey to yours.",
  "staff.invitation.no": "This is not me",
  "staff.invitation.passkey": "Register a passkey",
  "staff.invitation.title": "Is this you?",
  "staff.invitation.work":
    "Some of what people send in is hard to see. You decide what opens, and everything you open or decide is written to the log.",
  "staff.invitation.yes": "Yes, go on",
  "staff.passkey.none":
    "This browser cannot use passkeys. A current Chrome, Edge, Firefox or Safari can.",
  "staff.passkey.notMade":
    "No passkey was made. Nothing has changed; try again.",
  "staff.passkey.refused":
    "That did not work. Use the passkey you registered here, or a recovery code.",
  "staff.passkey.register": "Register a passkey",
  "staff.passkey.use": "Use your passkey",
  "staff.passkey.waiting": "Your browser is asking you now",
  "staff.recovery.act": "Go on with the code",
  "staff.recovery.back": "Back to signing in",
  "staff.recovery.code": "Recovery code",
  "staff.recovery.lead":
    "It works once and lets you register a new passkey, nothing else.",
  "staff.recovery.title": "You have lost your passkey",
  "staff.recovery.unknown":
    "This code is not one of ours, or it was used. Check each group and try again.",
  "staff.signIn.before": "Before you go in",
  "staff.signIn.lead":
    "Your passkey says who you are. There is no name and no password to type.",
  "staff.signIn.log":
    "What you open and decide is written to the log, for you to read, too.",
  "staff.signIn.never":
    "Nobody at Millo ever asks you for a code or a passkey, by mail or by phone.",
  "staff.signIn.script":
    "Passkeys need a script. Allow scripts for this page, then load it again.",
  "staff.signIn.session":
    "A session ends after 8 hours, or after 30 minutes without a press.",
  "staff.signIn.title": "Sign in to the back office",
} as const;
