import type { Language, UseKind } from "@/db/vocabulary";

/** What may be asked. */
export type AskedKind = Exclude<UseKind, "correction">;

/** What a commenter reads whom the newsroom asks something, by mail and on her pages. {paper}, {name}, {headline}, {at} and {day} are filled in. */
export type AskedWords = {
  mail: { subject: Record<AskedKind, string>; hello: string; /** Under which story she wrote; `gone` where readers do not see it. */ wrote: { under: string; gone: string }; says: Record<AskedKind, string>; here: string; until: string };
  heading: string;
  /** What it is about, on the page. */
  says: Record<AskedKind, string>;
  words: string;
  declaration: Record<AskedKind, string>;
  signedAs: string; signedAsHint: string;
  contact: string; contactHint: string;
  agree: string; refuse: string; takeBack: string; takeBackAsk: string;
  until: string;
  agreed: Record<AskedKind, string>; stays: string;
  refused: string; betterOfIt: string;
  used: Record<AskedKind, string>;
  takenBack: string; printed: string;
  over: string;
  /** Before a problem with what was sent. */
  notTaken: string;
  /** On the page of her comment, and in her account. */
  answerIt: string; seeIt: string;
  dead: string; deadText: string;
  /** Where the address is for whoever wrote with an account, and nobody is signed in. */
  signIn: string; signInText: string;
};

export const askedWords: Record<Language, AskedWords> = {
  en: {
    mail: {
      subject: { letter: "May {paper} print your comment as a letter?", lead: "May a reporter of {paper} write to you?" },
      hello: "Dear {name},",
      wrote: { under: "You left a comment at {paper}, under “{headline}”.", gone: "You left a comment at {paper}." },
      says: { letter: "The newsroom would like to print it as a letter, in these words:", lead: "The newsroom would like to follow what you wrote, and a reporter has questions. Nobody writes to you or calls you before you agree." },
      here: "Read the question, and agree or refuse, here:",
      until: "You may answer for 30 days. If you do nothing, nothing is printed and nobody writes to you. What you agree to you may take back at the same place at any time.",
    },
    heading: "A question from the newsroom",
    says: { letter: "The newsroom would like to print what you wrote as a letter. It is printed only if you agree, and then in these words and no others.", lead: "The newsroom would like to follow what you wrote, and a reporter has questions. Nobody writes to you or calls you before you agree." },
    words: "In these words",
    declaration: { letter: "I agree that {paper} prints this letter, in these words and under the name that I give here.", lead: "I agree that a reporter of {paper} writes to me or calls me about my comment, where I say here." },
    signedAs: "Your name, as it is printed", signedAsHint: "And, if you like, the place where you live.",
    contact: "Where you may be reached", contactHint: "An e-mail address or a telephone number. Only whoever follows the matter reads it. It is forgotten once that is over, after a year at the latest.",
    agree: "I agree", refuse: "No, thank you", takeBack: "I take it back", takeBackAsk: "Take it back",
    until: "You may answer until {day}. If you do nothing, nothing happens.",
    agreed: { letter: "You agreed on {at}: the letter may be printed, signed {name}.", lead: "You agreed on {at}: a reporter may write to you or call you." }, stays: "You may take that back at any time.",
    refused: "You said no on {at}. Nothing comes of it.", betterOfIt: "Until {day} you may think better of it.",
    used: { letter: "The newsroom has taken your letter into a story.", lead: "A reporter has taken it up." },
    takenBack: "You took it back on {at}. The newsroom knows, and makes nothing more of it.", printed: "The letter had been printed before that.",
    over: "The newsroom asks no longer. Nothing is printed, and nobody writes to you.",
    notTaken: "Not taken.",
    answerIt: "Read it and answer", seeIt: "Read it again, or take it back",
    dead: "This link does not work any more", deadText: "The comment is gone, or the newsroom asks no longer. Nothing is printed, and nobody writes to you.",
    signIn: "Sign in to read the question", signInText: "Whoever wrote the comment with an account reads the question and answers it there.",
  },
  de: {
    mail: {
      subject: { letter: "Darf {paper} Ihren Kommentar als Leserbrief drucken?", lead: "Darf sich jemand aus der Redaktion von {paper} bei Ihnen melden?" },
      hello: "Guten Tag {name},",
      wrote: { under: "Sie haben bei {paper} einen Kommentar geschrieben, unter „{headline}“.", gone: "Sie haben bei {paper} einen Kommentar geschrieben." },
      says: { letter: "Die Redaktion möchte ihn als Leserbrief drucken, in diesen Worten:", lead: "Die Redaktion möchte dem nachgehen, was Sie geschrieben haben, und hat Fragen dazu. Niemand schreibt Ihnen oder ruft an, bevor Sie zustimmen." },
      here: "Hier lesen Sie die Frage und können zustimmen oder ablehnen:",
      until: "Sie können 30 Tage lang antworten. Wenn Sie nichts tun, wird nichts gedruckt und niemand meldet sich. Was Sie erlauben, können Sie an derselben Stelle jederzeit zurücknehmen.",
    },
    heading: "Eine Frage der Redaktion",
    says: { letter: "Die Redaktion möchte, was Sie geschrieben haben, als Leserbrief drucken. Gedruckt wird nur, wenn Sie zustimmen, und dann in diesen Worten und keinen anderen.", lead: "Die Redaktion möchte dem nachgehen, was Sie geschrieben haben, und hat Fragen dazu. Niemand schreibt Ihnen oder ruft an, bevor Sie zustimmen." },
    words: "In diesen Worten",
    declaration: { letter: "Ich bin einverstanden, dass {paper} diesen Leserbrief druckt, in diesen Worten und unter dem Namen, den ich hier angebe.", lead: "Ich bin einverstanden, dass mir jemand aus der Redaktion von {paper} wegen meines Kommentars schreibt oder mich anruft, dort, wo ich es hier angebe." },
    signedAs: "Ihr Name, wie er gedruckt wird", signedAsHint: "Und, wenn Sie mögen, Ihr Wohnort.",
    contact: "Wo Sie zu erreichen sind", contactHint: "Eine E-Mail-Adresse oder Telefonnummer. Nur wer der Sache nachgeht, liest sie. Sie wird vergessen, sobald das vorbei ist, spätestens nach einem Jahr.",
    agree: "Ich bin einverstanden", refuse: "Nein, danke", takeBack: "Ich nehme es zurück", takeBackAsk: "Zurücknehmen",
    until: "Sie können bis {day} antworten. Wenn Sie nichts tun, geschieht nichts.",
    agreed: { letter: "Sie haben am {at} zugestimmt: Der Leserbrief darf gedruckt werden, gezeichnet {name}.", lead: "Sie haben am {at} zugestimmt: Die Redaktion darf Ihnen schreiben oder Sie anrufen." }, stays: "Das können Sie jederzeit zurücknehmen.",
    refused: "Sie haben am {at} abgelehnt. Es wird nichts daraus.", betterOfIt: "Bis {day} können Sie es sich anders überlegen.",
    used: { letter: "Die Redaktion hat Ihren Leserbrief in einen Artikel übernommen.", lead: "Jemand aus der Redaktion geht der Sache nach." },
    takenBack: "Sie haben es am {at} zurückgenommen. Die Redaktion weiß es und macht nichts mehr daraus.", printed: "Der Leserbrief war davor schon gedruckt.",
    over: "Die Redaktion fragt nicht mehr. Es wird nichts gedruckt, und niemand meldet sich.",
    notTaken: "Nicht angenommen.",
    answerIt: "Lesen und antworten", seeIt: "Noch einmal lesen oder zurücknehmen",
    dead: "Dieser Link funktioniert nicht mehr", deadText: "Der Kommentar ist fort, oder die Redaktion fragt nicht mehr. Es wird nichts gedruckt, und niemand meldet sich.",
    signIn: "Melden Sie sich an, um die Frage zu lesen", signInText: "Wer den Kommentar mit einem Konto geschrieben hat, liest und beantwortet die Frage dort.",
  },
  fr: {
    mail: {
      subject: { letter: "{paper} peut-il publier votre commentaire dans son courrier ?", lead: "La rédaction de {paper} peut-elle vous écrire ?" },
      hello: "Bonjour {name},",
      wrote: { under: "Vous avez laissé un commentaire dans {paper}, sous « {headline} ».", gone: "Vous avez laissé un commentaire dans {paper}." },
      says: { letter: "La rédaction aimerait le publier dans le courrier des lecteurs, en ces termes :", lead: "La rédaction aimerait enquêter sur ce que vous avez écrit et a des questions. Personne ne vous écrit ni ne vous appelle avant votre accord." },
      here: "Ici, vous pouvez lire la demande, et l’accepter ou la refuser :",
      until: "Vous pouvez répondre pendant 30 jours. Si vous ne faites rien, rien n’est publié et personne ne vous écrit. Vous pouvez revenir sur votre accord à tout moment, au même endroit.",
    },
    heading: "Une demande de la rédaction",
    says: { letter: "La rédaction aimerait publier ce que vous avez écrit dans le courrier des lecteurs. Ce n’est publié qu’avec votre accord, en ces termes et aucun autre.", lead: "La rédaction aimerait enquêter sur ce que vous avez écrit et a des questions. Personne ne vous écrit ni ne vous appelle avant votre accord." },
    words: "En ces termes",
    declaration: { letter: "J’accepte que {paper} publie cette lettre, en ces termes et sous le nom que j’indique ici.", lead: "J’accepte que la rédaction de {paper} m’écrive ou m’appelle au sujet de mon commentaire, là où je l’indique ici." },
    signedAs: "Votre nom, tel qu’il est publié", signedAsHint: "Et, si vous le souhaitez, le lieu où vous vivez.",
    contact: "Où vous joindre", contactHint: "Une adresse électronique ou un numéro de téléphone. Seule la personne qui suit l’affaire le lit. Il est oublié une fois celle-ci terminée, au plus tard après un an.",
    agree: "J’accepte", refuse: "Non, merci", takeBack: "Je retire mon accord", takeBackAsk: "Retirer mon accord",
    until: "Vous pouvez répondre jusqu’au {day}. Si vous ne faites rien, il ne se passe rien.",
    agreed: { letter: "Vous avez accepté le {at} : la lettre peut être publiée, signée {name}.", lead: "Vous avez accepté le {at} : la rédaction peut vous écrire ou vous appeler." }, stays: "Vous pouvez revenir sur votre accord à tout moment.",
    refused: "Vous avez refusé le {at}. Rien n’en est fait.", betterOfIt: "Jusqu’au {day}, vous pouvez changer d’avis.",
    used: { letter: "La rédaction a repris votre lettre dans un article.", lead: "La rédaction suit l’affaire." },
    takenBack: "Vous avez retiré votre accord le {at}. La rédaction le sait et n’en fait plus rien.", printed: "La lettre avait été publiée auparavant.",
    over: "La rédaction ne demande plus rien. Rien n’est publié et personne ne vous écrit.",
    notTaken: "Non pris en compte.",
    answerIt: "Lire et répondre", seeIt: "Relire ou retirer mon accord",
    dead: "Ce lien ne fonctionne plus", deadText: "Le commentaire n’est plus là, ou la rédaction ne demande plus rien. Rien n’est publié et personne ne vous écrit.",
    signIn: "Connectez-vous pour lire la demande", signInText: "La personne qui a écrit le commentaire avec un compte y lit la demande et y répond.",
  },
  es: {
    mail: {
      subject: { letter: "¿Puede {paper} publicar su comentario como carta?", lead: "¿Puede escribirle la redacción de {paper}?" },
      hello: "Hola, {name}:",
      wrote: { under: "Usted dejó un comentario en {paper}, bajo «{headline}».", gone: "Usted dejó un comentario en {paper}." },
      says: { letter: "La redacción quisiera publicarlo como carta, con estas palabras:", lead: "La redacción quisiera investigar lo que usted escribió y tiene preguntas. Nadie le escribe ni le llama antes de que acepte." },
      here: "Aquí puede leer la pregunta y aceptarla o rechazarla:",
      until: "Puede responder durante 30 días. Si no hace nada, no se publica nada y nadie le escribe. Lo que acepte puede retirarlo en el mismo lugar en cualquier momento.",
    },
    heading: "Una pregunta de la redacción",
    says: { letter: "La redacción quisiera publicar lo que usted escribió como carta. Solo se publica si usted acepta, y entonces con estas palabras y no otras.", lead: "La redacción quisiera investigar lo que usted escribió y tiene preguntas. Nadie le escribe ni le llama antes de que acepte." },
    words: "Con estas palabras",
    declaration: { letter: "Acepto que {paper} publique esta carta, con estas palabras y con el nombre que indico aquí.", lead: "Acepto que la redacción de {paper} me escriba o me llame por mi comentario, donde lo indico aquí." },
    signedAs: "Su nombre, tal como se publica", signedAsHint: "Y, si quiere, el lugar donde vive.",
    contact: "Dónde localizarle", contactHint: "Una dirección de correo o un número de teléfono. Solo lo lee quien lleva el asunto. Se olvida cuando este termina, a más tardar en un año.",
    agree: "Acepto", refuse: "No, gracias", takeBack: "Lo retiro", takeBackAsk: "Retirarlo",
    until: "Puede responder hasta el {day}. Si no hace nada, no pasa nada.",
    agreed: { letter: "Usted aceptó el {at}: la carta puede publicarse, firmada {name}.", lead: "Usted aceptó el {at}: la redacción puede escribirle o llamarle." }, stays: "Puede retirarlo en cualquier momento.",
    refused: "Usted dijo que no el {at}. No se hace nada con ello.", betterOfIt: "Hasta el {day} puede cambiar de opinión.",
    used: { letter: "La redacción ha llevado su carta a un artículo.", lead: "La redacción sigue el asunto." },
    takenBack: "Usted lo retiró el {at}. La redacción lo sabe y no hace nada más con ello.", printed: "La carta se había publicado antes.",
    over: "La redacción ya no pregunta. No se publica nada y nadie le escribe.",
    notTaken: "No aceptado.",
    answerIt: "Leerla y responder", seeIt: "Leerla de nuevo o retirarlo",
    dead: "Este enlace ya no funciona", deadText: "El comentario ya no está, o la redacción ya no pregunta. No se publica nada y nadie le escribe.",
    signIn: "Entre para leer la pregunta", signInText: "Quien escribió el comentario con una cuenta lee y responde allí la pregunta.",
  },
  fa: {
    mail: {
      subject: { letter: "آیا {paper} می‌تواند نظر شما را همچون نامه چاپ کند؟", lead: "آیا خبرنگاری از {paper} می‌تواند با شما تماس بگیرد؟" },
      hello: "{name} گرامی،",
      wrote: { under: "شما در {paper} زیر «{headline}» نظری نوشته‌اید.", gone: "شما در {paper} نظری نوشته‌اید." },
      says: { letter: "تحریریه می‌خواهد آن را همچون نامه و با این کلمه‌ها چاپ کند:", lead: "تحریریه می‌خواهد آنچه را نوشته‌اید دنبال کند و خبرنگاری پرسش‌هایی دارد. تا نپذیرید هیچ‌کس به شما نمی‌نویسد و زنگ نمی‌زند." },
      here: "پرسش را اینجا بخوانید و بپذیرید یا نپذیرید:",
      until: "تا ۳۰ روز می‌توانید پاسخ دهید. اگر کاری نکنید چیزی چاپ نمی‌شود و کسی به شما نمی‌نویسد. آنچه را پذیرفته‌اید هر زمان می‌توانید همان‌جا پس بگیرید.",
    },
    heading: "پرسشی از تحریریه",
    says: { letter: "تحریریه می‌خواهد آنچه را نوشته‌اید همچون نامه چاپ کند. تنها اگر بپذیرید چاپ می‌شود، و تنها با همین کلمه‌ها.", lead: "تحریریه می‌خواهد آنچه را نوشته‌اید دنبال کند و خبرنگاری پرسش‌هایی دارد. تا نپذیرید هیچ‌کس به شما نمی‌نویسد و زنگ نمی‌زند." },
    words: "با این کلمه‌ها",
    declaration: { letter: "می‌پذیرم که {paper} این نامه را با همین کلمه‌ها و با نامی که اینجا می‌نویسم چاپ کند.", lead: "می‌پذیرم که خبرنگاری از {paper} دربارهٔ نظرم، در جایی که اینجا می‌گویم، به من بنویسد یا زنگ بزند." },
    signedAs: "نام شما، چنان‌که چاپ می‌شود", signedAsHint: "و اگر بخواهید، جایی که در آن زندگی می‌کنید.",
    contact: "کجا می‌توان با شما تماس گرفت", contactHint: "نشانی ایمیل یا شمارهٔ تلفن. تنها کسی که موضوع را دنبال می‌کند آن را می‌خواند. پس از پایان کار، و حداکثر پس از یک سال، فراموش می‌شود.",
    agree: "می‌پذیرم", refuse: "نه، سپاسگزارم", takeBack: "پس می‌گیرم", takeBackAsk: "پس گرفتن",
    until: "تا {day} می‌توانید پاسخ دهید. اگر کاری نکنید چیزی نمی‌شود.",
    agreed: { letter: "شما در {at} پذیرفتید: نامه با امضای {name} می‌تواند چاپ شود.", lead: "شما در {at} پذیرفتید: خبرنگاری می‌تواند به شما بنویسد یا زنگ بزند." }, stays: "هر زمان می‌توانید آن را پس بگیرید.",
    refused: "شما در {at} نپذیرفتید. کاری با آن نمی‌شود.", betterOfIt: "تا {day} می‌توانید نظرتان را عوض کنید.",
    used: { letter: "تحریریه نامهٔ شما را در مطلبی گذاشته است.", lead: "خبرنگاری موضوع را دنبال می‌کند." },
    takenBack: "شما در {at} آن را پس گرفتید. تحریریه می‌داند و دیگر کاری با آن نمی‌کند.", printed: "نامه پیش از آن چاپ شده بود.",
    over: "تحریریه دیگر نمی‌پرسد. چیزی چاپ نمی‌شود و کسی به شما نمی‌نویسد.",
    notTaken: "پذیرفته نشد.",
    answerIt: "خواندن و پاسخ دادن", seeIt: "دوباره خواندن یا پس گرفتن",
    dead: "این پیوند دیگر کار نمی‌کند", deadText: "نظر دیگر آنجا نیست، یا تحریریه دیگر نمی‌پرسد. چیزی چاپ نمی‌شود و کسی به شما نمی‌نویسد.",
    signIn: "برای خواندن پرسش وارد شوید", signInText: "کسی که نظر را با حساب خود نوشته است، پرسش را همان‌جا می‌خواند و پاسخ می‌دهد.",
  },
  ar: {
    mail: {
      subject: { letter: "هل تسمح لـ{paper} بنشر تعليقك رسالةً من القرّاء؟", lead: "هل تسمح لصحفي من {paper} بالتواصل معك؟" },
      hello: "عزيزنا {name}،",
      wrote: { under: "تركت تعليقًا في {paper} تحت «{headline}».", gone: "تركت تعليقًا في {paper}." },
      says: { letter: "تود هيئة التحرير نشره رسالةً من القرّاء بهذه الكلمات:", lead: "تود هيئة التحرير متابعة ما كتبته، ولدى أحد الصحفيين أسئلة. لا أحد يكتب إليك أو يتصل بك قبل موافقتك." },
      here: "اقرأ السؤال ووافق أو ارفض هنا:",
      until: "يمكنك الرد خلال ٣٠ يومًا. إن لم تفعل شيئًا فلا يُنشر شيء ولا يكتب إليك أحد. وما توافق عليه يمكنك الرجوع عنه في المكان نفسه متى شئت.",
    },
    heading: "سؤال من هيئة التحرير",
    says: { letter: "تود هيئة التحرير نشر ما كتبته رسالةً من القرّاء. لا يُنشر إلا بموافقتك، وبهذه الكلمات دون غيرها.", lead: "تود هيئة التحرير متابعة ما كتبته، ولدى أحد الصحفيين أسئلة. لا أحد يكتب إليك أو يتصل بك قبل موافقتك." },
    words: "بهذه الكلمات",
    declaration: { letter: "أوافق على أن تنشر {paper} هذه الرسالة بهذه الكلمات وبالاسم الذي أذكره هنا.", lead: "أوافق على أن يكتب إليّ صحفي من {paper} أو يتصل بي بشأن تعليقي حيث أذكر هنا." },
    signedAs: "اسمك كما يُنشر", signedAsHint: "ومكان إقامتك إن شئت.",
    contact: "كيف يمكن الوصول إليك", contactHint: "عنوان بريد إلكتروني أو رقم هاتف. لا يقرؤه إلا من يتابع الأمر، ويُنسى عند انتهائه، وبعد سنة على الأكثر.",
    agree: "أوافق", refuse: "لا، شكرًا", takeBack: "أرجع عن موافقتي", takeBackAsk: "الرجوع عن الموافقة",
    until: "يمكنك الرد حتى {day}. إن لم تفعل شيئًا فلا يحدث شيء.",
    agreed: { letter: "وافقت في {at}: يمكن نشر الرسالة بتوقيع {name}.", lead: "وافقت في {at}: يمكن لصحفي أن يكتب إليك أو يتصل بك." }, stays: "يمكنك الرجوع عن ذلك متى شئت.",
    refused: "رفضت في {at}. لن يُفعل بها شيء.", betterOfIt: "يمكنك تغيير رأيك حتى {day}.",
    used: { letter: "أدرجت هيئة التحرير رسالتك في مقال.", lead: "يتابع أحد الصحفيين الأمر." },
    takenBack: "رجعت عن موافقتك في {at}. هيئة التحرير على علم ولن تفعل بها شيئًا بعد ذلك.", printed: "كانت الرسالة قد نُشرت قبل ذلك.",
    over: "لم تعد هيئة التحرير تسأل. لا يُنشر شيء ولا يكتب إليك أحد.",
    notTaken: "لم يُقبل.",
    answerIt: "اقرأه وأجب", seeIt: "اقرأه مجددًا أو ارجع عن موافقتك",
    dead: "لم يعد هذا الرابط يعمل", deadText: "لم يعد التعليق موجودًا، أو لم تعد هيئة التحرير تسأل. لا يُنشر شيء ولا يكتب إليك أحد.",
    signIn: "سجّل الدخول لقراءة السؤال", signInText: "من كتب التعليق بحسابه يقرأ السؤال ويجيب عنه هناك.",
  },
};

/** A sentence with its names filled in. What is filled in is not looked through again. */
export function filledIn(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}
