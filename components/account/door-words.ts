import type { Language } from "@/db/vocabulary";
import type { Failure } from "@/lib/kernel/failure";

/** The words of the way in and of one's own account. Readers have them in the language of the paper; the desk speaks English. */
export type DoorWords = {
  signIn: string; email: string; password: string; forgot: string; noAccount: string;
  forgotMails: string; forgotDesk: string; askLink: string; back: string; onItsWay: string; atTheDesk: string;
  welcome: (name: string) => string; chooseNew: string; dead: string; deadWhy: string; askAnother: string; newPassword: string; passwordHelp: string; setAndSignIn: string;
  account: string; toPaper: string; skip: string; signOut: string; name: string; save: string; saved: string;
  current: string; change: string; changed: string;
  devices: string; device: string; lastSeen: string; here: string; unknown: string; end: string; ended: string; endOthers: string; othersEnded: string;
  refusals: { no_match: string; too_often: string; link_spent: string; wrong_password: string; weak_password: string; other: string };
};

export const doorWords: Record<Language, DoorWords> = {
  en: {
    signIn: "Sign in", email: "Email", password: "Password", forgot: "Forgot your password?", noAccount: "No account? Ask an administrator for an invitation.",
    forgotMails: "Say with which address you sign in; a link to choose a new password comes by mail.", forgotDesk: "This newsroom sends no mail yet. Say with which address you sign in; the link then waits at the desk, and an administrator can give it to you.", askLink: "Ask for a link", back: "Back to sign in",
    onItsWay: "If somebody here signs in with this address, a link is on its way there. It works once, within an hour; look among the unwanted mail, too.", atTheDesk: "If somebody here signs in with this address, a link waits at the desk now. Ask an administrator to give it to you.",
    welcome: (name) => `Welcome, ${name}`, chooseNew: "Choose a new password", dead: "This link does not work any more", deadWhy: "It was used already, or it is too old.", askAnother: "Ask for another one", newPassword: "New password", passwordHelp: "At least 10 characters. Three or four words do well.", setAndSignIn: "Set password and sign in",
    account: "Your account", toPaper: "To the paper", skip: "Go to the content", signOut: "Sign out", name: "Name", save: "Save", saved: "Saved.",
    current: "Current password", change: "Change password", changed: "Your password is changed. All other devices are signed out.",
    devices: "Signed-in devices", device: "Device", lastSeen: "Last seen", here: "This device", unknown: "Unknown device", end: "End", ended: "That device is signed out.", endOthers: "End all others", othersEnded: "All other devices are signed out.",
    refusals: { no_match: "", too_often: "", link_spent: "", wrong_password: "", weak_password: "", other: "" },
  },
  de: {
    signIn: "Anmelden", email: "E-Mail", password: "Passwort", forgot: "Passwort vergessen?", noAccount: "Kein Konto? Bitten Sie die Redaktion um eine Einladung.",
    forgotMails: "Nennen Sie die Adresse, mit der Sie sich anmelden; ein Link für ein neues Passwort kommt per E-Mail.", forgotDesk: "Diese Redaktion verschickt noch keine E-Mails. Nennen Sie die Adresse, mit der Sie sich anmelden; der Link liegt dann in der Redaktion, die ihn Ihnen geben kann.", askLink: "Link anfordern", back: "Zurück zur Anmeldung",
    onItsWay: "Falls sich hier jemand mit dieser Adresse anmeldet, ist ein Link dorthin unterwegs. Er gilt einmal und eine Stunde lang; sehen Sie auch bei der unerwünschten Post nach.", atTheDesk: "Falls sich hier jemand mit dieser Adresse anmeldet, liegt jetzt ein Link in der Redaktion. Bitten Sie dort darum.",
    welcome: (name) => `Willkommen, ${name}`, chooseNew: "Neues Passwort wählen", dead: "Dieser Link gilt nicht mehr", deadWhy: "Er wurde schon benutzt oder ist zu alt.", askAnother: "Einen neuen anfordern", newPassword: "Neues Passwort", passwordHelp: "Mindestens 10 Zeichen. Drei oder vier Wörter eignen sich gut.", setAndSignIn: "Passwort setzen und anmelden",
    account: "Ihr Konto", toPaper: "Zur Zeitung", skip: "Zum Inhalt", signOut: "Abmelden", name: "Name", save: "Speichern", saved: "Gespeichert.",
    current: "Jetziges Passwort", change: "Passwort ändern", changed: "Ihr Passwort ist geändert. Alle anderen Geräte sind abgemeldet.",
    devices: "Angemeldete Geräte", device: "Gerät", lastSeen: "Zuletzt gesehen", here: "Dieses Gerät", unknown: "Unbekanntes Gerät", end: "Abmelden", ended: "Dieses Gerät ist abgemeldet.", endOthers: "Alle anderen abmelden", othersEnded: "Alle anderen Geräte sind abgemeldet.",
    refusals: { no_match: "Adresse und Passwort passen nicht zusammen.", too_often: "Das war für jetzt oft genug. Versuchen Sie es später noch einmal.", link_spent: "Dieser Link wurde schon benutzt oder ist zu alt.", wrong_password: "Das jetzige Passwort stimmt nicht.", weak_password: "Mindestens 10 Zeichen, keines der Passwörter, die jeder zuerst versucht, und nicht Ihr eigener Name.", other: "Das hat nicht geklappt. Prüfen Sie, was im Formular steht, und versuchen Sie es noch einmal." },
  },
  fr: {
    signIn: "Se connecter", email: "Adresse e-mail", password: "Mot de passe", forgot: "Mot de passe oublié ?", noAccount: "Pas de compte ? Demandez une invitation à la rédaction.",
    forgotMails: "Indiquez l’adresse avec laquelle vous vous connectez ; un lien pour choisir un nouveau mot de passe arrive par e-mail.", forgotDesk: "Cette rédaction n’envoie pas encore d’e-mails. Indiquez l’adresse avec laquelle vous vous connectez ; le lien attend alors à la rédaction, qui peut vous le remettre.", askLink: "Demander un lien", back: "Retour à la connexion",
    onItsWay: "Si quelqu’un se connecte ici avec cette adresse, un lien y est en route. Il sert une fois, pendant une heure ; regardez aussi parmi les indésirables.", atTheDesk: "Si quelqu’un se connecte ici avec cette adresse, un lien attend maintenant à la rédaction. Demandez-le-lui.",
    welcome: (name) => `Bienvenue, ${name}`, chooseNew: "Choisir un nouveau mot de passe", dead: "Ce lien ne fonctionne plus", deadWhy: "Il a déjà servi, ou il est trop ancien.", askAnother: "En demander un autre", newPassword: "Nouveau mot de passe", passwordHelp: "Au moins 10 caractères. Trois ou quatre mots conviennent bien.", setAndSignIn: "Enregistrer et se connecter",
    account: "Votre compte", toPaper: "Vers le journal", skip: "Aller au contenu", signOut: "Se déconnecter", name: "Nom", save: "Enregistrer", saved: "Enregistré.",
    current: "Mot de passe actuel", change: "Changer de mot de passe", changed: "Votre mot de passe est changé. Tous les autres appareils sont déconnectés.",
    devices: "Appareils connectés", device: "Appareil", lastSeen: "Vu en dernier", here: "Cet appareil", unknown: "Appareil inconnu", end: "Déconnecter", ended: "Cet appareil est déconnecté.", endOthers: "Déconnecter tous les autres", othersEnded: "Tous les autres appareils sont déconnectés.",
    refusals: { no_match: "L’adresse et le mot de passe ne correspondent pas.", too_often: "C’était assez souvent pour l’instant. Réessayez plus tard.", link_spent: "Ce lien a déjà servi ou il est trop ancien.", wrong_password: "Le mot de passe actuel n’est pas le bon.", weak_password: "Au moins 10 caractères, aucun des mots de passe que tout le monde essaie d’abord, et pas votre propre nom.", other: "Cela n’a pas marché. Vérifiez le formulaire et réessayez." },
  },
  es: {
    signIn: "Entrar", email: "Correo electrónico", password: "Contraseña", forgot: "¿Olvidó su contraseña?", noAccount: "¿Sin cuenta? Pida una invitación a la redacción.",
    forgotMails: "Diga con qué dirección entra; un enlace para elegir otra contraseña llega por correo.", forgotDesk: "Esta redacción aún no envía correos. Diga con qué dirección entra; el enlace espera entonces en la redacción, que puede dárselo.", askLink: "Pedir un enlace", back: "Volver a la entrada",
    onItsWay: "Si alguien entra aquí con esta dirección, un enlace va en camino. Sirve una vez, durante una hora; mire también entre el correo no deseado.", atTheDesk: "Si alguien entra aquí con esta dirección, un enlace espera ahora en la redacción. Pídalo allí.",
    welcome: (name) => `Le damos la bienvenida, ${name}`, chooseNew: "Elegir otra contraseña", dead: "Este enlace ya no sirve", deadWhy: "Ya se usó, o es demasiado antiguo.", askAnother: "Pedir otro", newPassword: "Contraseña nueva", passwordHelp: "Al menos 10 caracteres. Tres o cuatro palabras van bien.", setAndSignIn: "Guardar la contraseña y entrar",
    account: "Su cuenta", toPaper: "Al periódico", skip: "Ir al contenido", signOut: "Salir", name: "Nombre", save: "Guardar", saved: "Guardado.",
    current: "Contraseña actual", change: "Cambiar la contraseña", changed: "Su contraseña ha cambiado. Se ha salido en todos los demás dispositivos.",
    devices: "Dispositivos con sesión", device: "Dispositivo", lastSeen: "Visto por última vez", here: "Este dispositivo", unknown: "Dispositivo desconocido", end: "Cerrar", ended: "Se ha salido en ese dispositivo.", endOthers: "Cerrar todos los demás", othersEnded: "Se ha salido en todos los demás dispositivos.",
    refusals: { no_match: "La dirección y la contraseña no coinciden.", too_often: "Por ahora ya fueron bastantes veces. Inténtelo más tarde.", link_spent: "Este enlace ya se usó o es demasiado antiguo.", wrong_password: "La contraseña actual no es correcta.", weak_password: "Al menos 10 caracteres, ninguna de las contraseñas que todos prueban primero, y no su propio nombre.", other: "No ha funcionado. Revise el formulario e inténtelo otra vez." },
  },
  fa: {
    signIn: "ورود", email: "رایانامه", password: "گذرواژه", forgot: "گذرواژه را فراموش کرده‌اید؟", noAccount: "حساب ندارید؟ از تحریریه دعوت‌نامه بخواهید.",
    forgotMails: "بنویسید با کدام نشانی وارد می‌شوید؛ پیوندی برای گذرواژهٔ تازه با رایانامه می‌رسد.", forgotDesk: "این تحریریه هنوز رایانامه نمی‌فرستد. بنویسید با کدام نشانی وارد می‌شوید؛ پیوند نزد تحریریه می‌ماند و آن را به شما می‌دهند.", askLink: "درخواست پیوند", back: "بازگشت به ورود",
    onItsWay: "اگر کسی اینجا با این نشانی وارد می‌شود، پیوندی به آنجا در راه است. یک بار و تا یک ساعت کار می‌کند؛ میان هرزنامه‌ها را هم ببینید.", atTheDesk: "اگر کسی اینجا با این نشانی وارد می‌شود، اکنون پیوندی نزد تحریریه است. آن را از آنجا بخواهید.",
    welcome: (name) => `${name}، خوش آمدید`, chooseNew: "گذرواژهٔ تازه‌ای برگزینید", dead: "این پیوند دیگر کار نمی‌کند", deadWhy: "پیش‌تر به کار رفته یا کهنه شده است.", askAnother: "درخواست پیوندی دیگر", newPassword: "گذرواژهٔ تازه", passwordHelp: "دست‌کم ۱۰ نویسه. سه چهار واژه خوب است.", setAndSignIn: "ثبت گذرواژه و ورود",
    account: "حساب شما", toPaper: "به روزنامه", skip: "رفتن به محتوا", signOut: "خروج", name: "نام", save: "ذخیره", saved: "ذخیره شد.",
    current: "گذرواژهٔ کنونی", change: "تغییر گذرواژه", changed: "گذرواژه‌تان عوض شد. از همهٔ دستگاه‌های دیگر خارج شدید.",
    devices: "دستگاه‌های واردشده", device: "دستگاه", lastSeen: "آخرین بار", here: "همین دستگاه", unknown: "دستگاه ناشناس", end: "پایان", ended: "از آن دستگاه خارج شدید.", endOthers: "پایان همهٔ دیگران", othersEnded: "از همهٔ دستگاه‌های دیگر خارج شدید.",
    refusals: { no_match: "نشانی و گذرواژه با هم نمی‌خوانند.", too_often: "فعلاً بس است. کمی بعد دوباره بکوشید.", link_spent: "این پیوند پیش‌تر به کار رفته یا کهنه شده است.", wrong_password: "گذرواژهٔ کنونی درست نیست.", weak_password: "دست‌کم ۱۰ نویسه، نه از گذرواژه‌هایی که همه اول می‌آزمایند، و نه نام خودتان.", other: "نشد. آنچه را نوشته‌اید ببینید و دوباره بکوشید." },
  },
  ar: {
    signIn: "تسجيل الدخول", email: "البريد الإلكتروني", password: "كلمة المرور", forgot: "نسيت كلمة المرور؟", noAccount: "لا حساب لديك؟ اطلب دعوة من هيئة التحرير.",
    forgotMails: "اكتب العنوان الذي تدخل به؛ يصل بالبريد رابط لاختيار كلمة مرور جديدة.", forgotDesk: "لا ترسل هيئة التحرير بريدًا بعد. اكتب العنوان الذي تدخل به؛ يبقى الرابط عندها وتعطيك إياه.", askLink: "اطلب رابطًا", back: "العودة إلى الدخول",
    onItsWay: "إن كان أحد يدخل هنا بهذا العنوان فالرابط في طريقه إليه. يعمل مرة واحدة خلال ساعة؛ ابحث أيضًا في البريد غير المرغوب فيه.", atTheDesk: "إن كان أحد يدخل هنا بهذا العنوان فالرابط الآن عند هيئة التحرير. اطلبه منها.",
    welcome: (name) => `أهلًا بك، ${name}`, chooseNew: "اختر كلمة مرور جديدة", dead: "لم يعد هذا الرابط يعمل", deadWhy: "استُعمل من قبل أو صار قديمًا.", askAnother: "اطلب رابطًا آخر", newPassword: "كلمة مرور جديدة", passwordHelp: "١٠ أحرف على الأقل. ثلاث كلمات أو أربع تكفي.", setAndSignIn: "احفظ كلمة المرور وادخل",
    account: "حسابك", toPaper: "إلى الصحيفة", skip: "إلى المحتوى", signOut: "تسجيل الخروج", name: "الاسم", save: "حفظ", saved: "حُفظ.",
    current: "كلمة المرور الحالية", change: "تغيير كلمة المرور", changed: "تغيّرت كلمة مرورك، وأُخرجت كل الأجهزة الأخرى.",
    devices: "الأجهزة الداخلة", device: "الجهاز", lastSeen: "آخر ظهور", here: "هذا الجهاز", unknown: "جهاز مجهول", end: "إنهاء", ended: "أُخرج ذلك الجهاز.", endOthers: "إنهاء كل ما سواه", othersEnded: "أُخرجت كل الأجهزة الأخرى.",
    refusals: { no_match: "العنوان وكلمة المرور لا يتطابقان.", too_often: "يكفي هذا الآن. حاول مرة أخرى لاحقًا.", link_spent: "استُعمل هذا الرابط من قبل أو صار قديمًا.", wrong_password: "كلمة المرور الحالية غير صحيحة.", weak_password: "١٠ أحرف على الأقل، لا مما يجرّبه الجميع أولًا، ولا اسمك أنت.", other: "لم ينجح ذلك. راجع ما في النموذج وحاول مرة أخرى." },
  },
};

/** A refusal of the account in a language; commands say it in English, and field by field what is wrong with each. */
export function refusalIn(language: Language, failure: Failure): Failure {
  if (language === "en") return failure;
  const { refusals } = doorWords[language];
  const message = refusals[failure.reason as keyof typeof refusals] ?? refusals.other;
  return { ...failure, message, ...(failure.fields ? { fields: Object.fromEntries(Object.keys(failure.fields).map((field) => [field, message])) } : {}) };
}
