import type { Language } from "@/db/vocabulary";
import type { PersonalLetter } from "@/lib/people/letters";

type SignUp = { paper: string; name: string; link: string };
type Known = { paper: string; signIn: string; forgotten: string };
type Words = { signUp(of: SignUp): [subject: string, ...lines: string[]]; known(of: Known): [subject: string, ...lines: string[]] };

const words: Record<Language, Words> = {
  en: {
    signUp: ({ paper, name, link }) => [`Confirm your address for ${paper}`, `Dear ${name},`, `you asked for an account at ${paper}. Confirm that this address is yours, and choose a password:`, link, "The link works once, within 24 hours. If it was not you who asked, let this mail be: no account is made.", paper],
    known: ({ paper, signIn, forgotten }) => [`You have an account at ${paper}`, `Somebody, perhaps you, asked for an account at ${paper} with this address. It has one already. Sign in:`, signIn, "If you forgot the password, choose a new one:", forgotten, "If it was not you, let this mail be: nothing was changed.", paper],
  },
  de: {
    signUp: ({ paper, name, link }) => [`Bestätigen Sie Ihre Adresse für ${paper}`, `Guten Tag ${name},`, `Sie möchten ein Konto bei ${paper}. Bestätigen Sie, dass diese Adresse Ihre ist, und wählen Sie ein Passwort:`, link, "Der Link funktioniert einmal, 24 Stunden lang. Wenn Sie das nicht waren, lassen Sie diese Nachricht liegen: Es entsteht kein Konto.", paper],
    known: ({ paper, signIn, forgotten }) => [`Sie haben ein Konto bei ${paper}`, `Jemand, vielleicht Sie selbst, wollte mit dieser Adresse ein Konto bei ${paper} anlegen. Es gibt schon eines. Melden Sie sich an:`, signIn, "Wenn Sie das Passwort vergessen haben, wählen Sie ein neues:", forgotten, "Wenn Sie das nicht waren, lassen Sie diese Nachricht liegen: Es wurde nichts geändert.", paper],
  },
  fr: {
    signUp: ({ paper, name, link }) => [`Confirmez votre adresse pour ${paper}`, `Bonjour ${name},`, `vous avez demandé un compte chez ${paper}. Confirmez que cette adresse est la vôtre et choisissez un mot de passe :`, link, "Le lien fonctionne une fois, pendant 24 heures. Si ce n’était pas vous, laissez ce message : aucun compte n’est créé.", paper],
    known: ({ paper, signIn, forgotten }) => [`Vous avez un compte chez ${paper}`, `Quelqu’un, peut-être vous, a demandé un compte chez ${paper} avec cette adresse. Elle en a déjà un. Connectez-vous :`, signIn, "Si vous avez oublié le mot de passe, choisissez-en un nouveau :", forgotten, "Si ce n’était pas vous, laissez ce message : rien n’a changé.", paper],
  },
  es: {
    signUp: ({ paper, name, link }) => [`Confirme su dirección para ${paper}`, `Hola, ${name}:`, `ha pedido una cuenta en ${paper}. Confirme que esta dirección es suya y elija una contraseña:`, link, "El enlace funciona una vez, durante 24 horas. Si no fue usted, deje este mensaje: no se crea ninguna cuenta.", paper],
    known: ({ paper, signIn, forgotten }) => [`Tiene una cuenta en ${paper}`, `Alguien, quizá usted, pidió una cuenta en ${paper} con esta dirección. Ya tiene una. Inicie sesión:`, signIn, "Si olvidó la contraseña, elija una nueva:", forgotten, "Si no fue usted, deje este mensaje: no se ha cambiado nada.", paper],
  },
  fa: {
    signUp: ({ paper, name, link }) => [`نشانی خود را برای ${paper} تأیید کنید`, `${name} گرامی،`, `شما در ${paper} حساب خواسته‌اید. تأیید کنید که این نشانی از آنِ شماست و گذرواژه‌ای برگزینید:`, link, "این پیوند یک بار و تا ۲۴ ساعت کار می‌کند. اگر شما نبوده‌اید، این نامه را نادیده بگیرید: حسابی ساخته نمی‌شود.", paper],
    known: ({ paper, signIn, forgotten }) => [`شما در ${paper} حساب دارید`, `کسی، شاید خود شما، با این نشانی در ${paper} حساب خواسته است. این نشانی حساب دارد. وارد شوید:`, signIn, "اگر گذرواژه را فراموش کرده‌اید، گذرواژهٔ تازه‌ای برگزینید:", forgotten, "اگر شما نبوده‌اید، این نامه را نادیده بگیرید: چیزی تغییر نکرده است.", paper],
  },
  ar: {
    signUp: ({ paper, name, link }) => [`أكّد عنوانك لدى ${paper}`, `مرحبًا ${name}،`, `طلبت حسابًا لدى ${paper}. أكّد أن هذا العنوان لك واختر كلمة مرور:`, link, "يعمل الرابط مرة واحدة خلال ٢٤ ساعة. إن لم تكن أنت من طلب فاترك هذه الرسالة: لن يُنشأ أي حساب.", paper],
    known: ({ paper, signIn, forgotten }) => [`لديك حساب لدى ${paper}`, `طلب أحدهم، وربما أنت، حسابًا لدى ${paper} بهذا العنوان. له حساب بالفعل. سجّل الدخول:`, signIn, "إن نسيت كلمة المرور فاختر كلمة جديدة:", forgotten, "إن لم تكن أنت فاترك هذه الرسالة: لم يتغير شيء.", paper],
  },
};

const letter = ([subject, ...lines]: [string, ...string[]]): PersonalLetter => ({ subject, text: `${lines.join("\n\n")}\n` });

/** To whoever asked for an account: the link that makes it. */
export const signUpLetter = (of: SignUp, language: Language): PersonalLetter => letter(words[language].signUp(of));

/** To an address that has an account already, for which somebody asked for one. */
export const knownAddressLetter = (of: Known, language: Language): PersonalLetter => letter(words[language].known(of));
