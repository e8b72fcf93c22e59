import type { Language, ReasonCode, SanctionKind } from "@/db/vocabulary";

/** What was done, as she is told it: a ban that waits for confirmation is a suspension, and is said again once it is a ban. */
export type SanctionWords = {
  /** Subject of the mail. {paper} */
  subject: string;
  subjectLifted: string;
  hello: string;
  /** What holds for her now, by kind; `for good` where no day is set. {until} */
  says: Record<SanctionKind, { until: string; forGood: string }>;
  lifted: Record<SanctionKind, string>;
  /** Of the address that she commented from, where she has no account. {says} */
  address: string;
  reason: string;
  reasons: Record<ReasonCode, string>;
  /** Upon what it was decided: the law, or the paper's rules. */
  ground: Record<"law" | "rules", string>;
  told: string;
  /** Comments of hers went with it. */
  swept: Record<"day" | "week" | "all", string>;
  broughtBack: string;
  /** Who decided, and whom to turn to. */
  who: string;
  /** Heading on her account's page. */
  heading: string;
  /** Before the day on which it was imposed. {day} */
  since: string;
};

export const sanctionWords: Record<Language, SanctionWords> = {
  en: {
    subject: "About your comments at {paper}",
    subjectLifted: "About your comments at {paper}: lifted",
    hello: "Dear {name},",
    says: {
      warn: { until: "The moderators of {paper} warn you because of what you wrote in the comments. You may go on taking part.", forGood: "The moderators of {paper} warn you because of what you wrote in the comments. You may go on taking part." },
      premod: { until: "Until {until} every comment of yours at {paper} is read by a moderator before it appears.", forGood: "From now on every comment of yours at {paper} is read by a moderator before it appears." },
      suspend: { until: "Until {until} you may not take part in the comments at {paper}: not write or change comments, like or report.", forGood: "You may not take part in the comments at {paper}: not write or change comments, like or report." },
      ban: { until: "Until {until} you are excluded from the comments at {paper}: you may not write or change comments, like or report.", forGood: "You are excluded from the comments at {paper}: you may not write or change comments, like or report." },
    },
    lifted: { warn: "The warning that the moderators of {paper} gave you is taken back.", premod: "Your comments at {paper} are no longer all read before they appear.", suspend: "You may take part in the comments at {paper} again.", ban: "You may take part in the comments at {paper} again." },
    address: "This concerns the address from which you commented as a guest.",
    reason: "The reason:",
    reasons: { abuse: "attacks on others", hate: "hostility to a group of people", threat: "threats", harassment: "harassment", spam_ad: "advertising", off_topic: "comments that are not about the story", misinformation: "false statements of fact", personal_data: "personal data of others", copyright: "text that belongs to others", illegal: "content that may break the law", impersonation: "speaking in another person’s name", banned_word: "words that we do not print", other: "another reason, said below" },
    ground: { law: "The ground is the law.", rules: "The ground is our rules for comments." },
    told: "The moderators write:",
    swept: { day: "What you wrote in the last 24 hours was taken from the page, for the same reason.", week: "What you wrote in the last seven days was taken from the page, for the same reason.", all: "All that you wrote was taken from the page, for the same reason." },
    broughtBack: "The comments that were taken from the page with it are brought back.",
    who: "A person decided this, not a program alone. What became of each comment stands with your comments; to each rejection you may object there, and somebody else decides. You may also turn to the newsroom, to a certified body for out-of-court dispute settlement, or to a court.",
    heading: "What the moderators decided about you",
    since: "Since {day}",
  },
  de: {
    subject: "Zu Ihren Kommentaren bei {paper}",
    subjectLifted: "Zu Ihren Kommentaren bei {paper}: aufgehoben",
    hello: "Guten Tag {name},",
    says: {
      warn: { until: "Die Moderation von {paper} verwarnt Sie wegen Ihrer Kommentare. Sie können weiter teilnehmen.", forGood: "Die Moderation von {paper} verwarnt Sie wegen Ihrer Kommentare. Sie können weiter teilnehmen." },
      premod: { until: "Bis {until} liest die Moderation von {paper} jeden Ihrer Kommentare, bevor er erscheint.", forGood: "Ab jetzt liest die Moderation von {paper} jeden Ihrer Kommentare, bevor er erscheint." },
      suspend: { until: "Bis {until} können Sie bei {paper} nicht an den Kommentaren teilnehmen: keine schreiben oder ändern, keine mit „Gefällt mir“ versehen und keine melden.", forGood: "Sie können bei {paper} nicht an den Kommentaren teilnehmen: keine schreiben oder ändern, keine mit „Gefällt mir“ versehen und keine melden." },
      ban: { until: "Bis {until} sind Sie bei {paper} von den Kommentaren ausgeschlossen: Sie können keine schreiben oder ändern, keine mit „Gefällt mir“ versehen und keine melden.", forGood: "Sie sind bei {paper} von den Kommentaren ausgeschlossen: Sie können keine schreiben oder ändern, keine mit „Gefällt mir“ versehen und keine melden." },
    },
    lifted: { warn: "Die Moderation von {paper} nimmt ihre Verwarnung zurück.", premod: "Ihre Kommentare bei {paper} werden nicht mehr alle vorher gelesen.", suspend: "Sie können bei {paper} wieder an den Kommentaren teilnehmen.", ban: "Sie können bei {paper} wieder an den Kommentaren teilnehmen." },
    address: "Das betrifft die Adresse, von der Sie als Gast kommentiert haben.",
    reason: "Der Grund:",
    reasons: { abuse: "Angriffe auf andere", hate: "Feindseligkeit gegen eine Gruppe von Menschen", threat: "Drohungen", harassment: "Belästigung", spam_ad: "Werbung", off_topic: "Kommentare, die nicht vom Artikel handeln", misinformation: "falsche Tatsachenbehauptungen", personal_data: "persönliche Daten anderer", copyright: "Text, der anderen gehört", illegal: "Inhalte, die gegen das Gesetz verstoßen können", impersonation: "Sprechen im Namen eines anderen", banned_word: "Wörter, die wir nicht drucken", other: "ein anderer Grund, der unten steht" },
    ground: { law: "Grundlage ist das Gesetz.", rules: "Grundlage sind unsere Regeln für Kommentare." },
    told: "Die Moderation schreibt:",
    swept: { day: "Was Sie in den letzten 24 Stunden geschrieben haben, wurde aus demselben Grund von der Seite genommen.", week: "Was Sie in den letzten sieben Tagen geschrieben haben, wurde aus demselben Grund von der Seite genommen.", all: "Alles, was Sie geschrieben haben, wurde aus demselben Grund von der Seite genommen." },
    broughtBack: "Die Kommentare, die damit von der Seite genommen wurden, kommen zurück.",
    who: "Das hat ein Mensch entschieden, nicht ein Programm allein. Was aus jedem Kommentar geworden ist, steht bei Ihren Kommentaren; jeder Ablehnung können Sie dort widersprechen, und jemand anders entscheidet. Sie können sich auch an die Redaktion, an eine zugelassene Stelle für die außergerichtliche Streitbeilegung oder an ein Gericht wenden.",
    heading: "Was die Moderation über Sie entschieden hat",
    since: "Seit {day}",
  },
  fr: {
    subject: "À propos de vos commentaires dans {paper}",
    subjectLifted: "À propos de vos commentaires dans {paper} : mesure levée",
    hello: "Bonjour {name},",
    says: {
      warn: { until: "La modération de {paper} vous adresse un avertissement pour ce que vous avez écrit dans les commentaires. Vous pouvez continuer à participer.", forGood: "La modération de {paper} vous adresse un avertissement pour ce que vous avez écrit dans les commentaires. Vous pouvez continuer à participer." },
      premod: { until: "Jusqu’au {until}, la modération de {paper} lit chacun de vos commentaires avant sa parution.", forGood: "Désormais, la modération de {paper} lit chacun de vos commentaires avant sa parution." },
      suspend: { until: "Jusqu’au {until}, vous ne pouvez pas participer aux commentaires de {paper} : ni écrire ou modifier un commentaire, ni aimer, ni signaler.", forGood: "Vous ne pouvez pas participer aux commentaires de {paper} : ni écrire ou modifier un commentaire, ni aimer, ni signaler." },
      ban: { until: "Jusqu’au {until}, vous êtes exclu des commentaires de {paper} : vous ne pouvez ni écrire ou modifier un commentaire, ni aimer, ni signaler.", forGood: "Vous êtes exclu des commentaires de {paper} : vous ne pouvez ni écrire ou modifier un commentaire, ni aimer, ni signaler." },
    },
    lifted: { warn: "La modération de {paper} retire l’avertissement qu’elle vous a adressé.", premod: "Vos commentaires dans {paper} ne sont plus tous lus avant leur parution.", suspend: "Vous pouvez de nouveau participer aux commentaires de {paper}.", ban: "Vous pouvez de nouveau participer aux commentaires de {paper}." },
    address: "Cela concerne l’adresse depuis laquelle vous avez commenté sans compte.",
    reason: "La raison :",
    reasons: { abuse: "attaques contre d’autres", hate: "hostilité envers un groupe de personnes", threat: "menaces", harassment: "harcèlement", spam_ad: "publicité", off_topic: "commentaires sans rapport avec l’article", misinformation: "faits inexacts", personal_data: "données personnelles d’autrui", copyright: "texte appartenant à autrui", illegal: "contenu peut-être contraire à la loi", impersonation: "propos tenus au nom d’autrui", banned_word: "mots que nous n’imprimons pas", other: "une autre raison, donnée plus bas" },
    ground: { law: "Le fondement est la loi.", rules: "Le fondement est notre règlement des commentaires." },
    told: "La modération écrit :",
    swept: { day: "Ce que vous avez écrit ces dernières 24 heures a été retiré de la page, pour la même raison.", week: "Ce que vous avez écrit ces sept derniers jours a été retiré de la page, pour la même raison.", all: "Tout ce que vous avez écrit a été retiré de la page, pour la même raison." },
    broughtBack: "Les commentaires retirés de la page à cette occasion y reviennent.",
    who: "C’est une personne qui l’a décidé, non un programme seul. Le sort de chaque commentaire figure avec vos commentaires ; vous pouvez y contester chaque refus, et quelqu’un d’autre décide. Vous pouvez aussi vous adresser à la rédaction, à un organe certifié de règlement extrajudiciaire des litiges ou à un tribunal.",
    heading: "Ce que la modération a décidé à votre sujet",
    since: "Depuis le {day}",
  },
  es: {
    subject: "Sobre sus comentarios en {paper}",
    subjectLifted: "Sobre sus comentarios en {paper}: levantado",
    hello: "Hola, {name}:",
    says: {
      warn: { until: "La moderación de {paper} le advierte por lo que ha escrito en los comentarios. Puede seguir participando.", forGood: "La moderación de {paper} le advierte por lo que ha escrito en los comentarios. Puede seguir participando." },
      premod: { until: "Hasta el {until}, la moderación de {paper} lee cada comentario suyo antes de que aparezca.", forGood: "Desde ahora, la moderación de {paper} lee cada comentario suyo antes de que aparezca." },
      suspend: { until: "Hasta el {until} no puede participar en los comentarios de {paper}: ni escribirlos o cambiarlos, ni indicar que le gustan, ni denunciarlos.", forGood: "No puede participar en los comentarios de {paper}: ni escribirlos o cambiarlos, ni indicar que le gustan, ni denunciarlos." },
      ban: { until: "Hasta el {until} queda fuera de los comentarios de {paper}: no puede escribirlos o cambiarlos, ni indicar que le gustan, ni denunciarlos.", forGood: "Queda fuera de los comentarios de {paper}: no puede escribirlos o cambiarlos, ni indicar que le gustan, ni denunciarlos." },
    },
    lifted: { warn: "La moderación de {paper} retira la advertencia que le hizo.", premod: "Sus comentarios en {paper} ya no se leen todos antes de aparecer.", suspend: "Puede volver a participar en los comentarios de {paper}.", ban: "Puede volver a participar en los comentarios de {paper}." },
    address: "Se refiere a la dirección desde la que comentó sin cuenta.",
    reason: "El motivo:",
    reasons: { abuse: "ataques a otras personas", hate: "hostilidad hacia un grupo de personas", threat: "amenazas", harassment: "acoso", spam_ad: "publicidad", off_topic: "comentarios que no tratan del artículo", misinformation: "afirmaciones falsas", personal_data: "datos personales de otros", copyright: "textos que pertenecen a otros", illegal: "contenidos que pueden infringir la ley", impersonation: "hablar en nombre de otra persona", banned_word: "palabras que no publicamos", other: "otro motivo, que se dice abajo" },
    ground: { law: "El fundamento es la ley.", rules: "El fundamento son nuestras normas para los comentarios." },
    told: "La moderación escribe:",
    swept: { day: "Lo que escribió en las últimas 24 horas se ha retirado de la página por el mismo motivo.", week: "Lo que escribió en los últimos siete días se ha retirado de la página por el mismo motivo.", all: "Todo lo que escribió se ha retirado de la página por el mismo motivo." },
    broughtBack: "Los comentarios que se retiraron de la página con ello vuelven a ella.",
    who: "Lo ha decidido una persona, no solo un programa. Qué ha sido de cada comentario está junto a sus comentarios; ahí puede oponerse a cada rechazo, y decide otra persona. También puede dirigirse a la redacción, a un órgano certificado de resolución extrajudicial de litigios o a un tribunal.",
    heading: "Lo que la moderación ha decidido sobre usted",
    since: "Desde el {day}",
  },
  fa: {
    subject: "دربارهٔ نظرهای شما در {paper}",
    subjectLifted: "دربارهٔ نظرهای شما در {paper}: برداشته شد",
    hello: "{name} گرامی،",
    says: {
      warn: { until: "گردانندگان نظرهای {paper} برای آنچه در نظرها نوشته‌اید به شما هشدار می‌دهند. همچنان می‌توانید شرکت کنید.", forGood: "گردانندگان نظرهای {paper} برای آنچه در نظرها نوشته‌اید به شما هشدار می‌دهند. همچنان می‌توانید شرکت کنید." },
      premod: { until: "تا {until} هر نظر شما در {paper} پیش از نمایش خوانده می‌شود.", forGood: "از این پس هر نظر شما در {paper} پیش از نمایش خوانده می‌شود." },
      suspend: { until: "تا {until} نمی‌توانید در نظرهای {paper} شرکت کنید: نه نوشتن یا تغییر نظر، نه پسندیدن و نه گزارش.", forGood: "نمی‌توانید در نظرهای {paper} شرکت کنید: نه نوشتن یا تغییر نظر، نه پسندیدن و نه گزارش." },
      ban: { until: "تا {until} از نظرهای {paper} کنار گذاشته شده‌اید: نه نوشتن یا تغییر نظر، نه پسندیدن و نه گزارش.", forGood: "از نظرهای {paper} کنار گذاشته شده‌اید: نه نوشتن یا تغییر نظر، نه پسندیدن و نه گزارش." },
    },
    lifted: { warn: "گردانندگان نظرهای {paper} هشدار خود را پس گرفتند.", premod: "نظرهای شما در {paper} دیگر همگی پیش از نمایش خوانده نمی‌شوند.", suspend: "دوباره می‌توانید در نظرهای {paper} شرکت کنید.", ban: "دوباره می‌توانید در نظرهای {paper} شرکت کنید." },
    address: "این دربارهٔ نشانی‌ای است که با آن به‌عنوان مهمان نظر داده‌اید.",
    reason: "دلیل:",
    reasons: { abuse: "تاختن به دیگران", hate: "دشمنی با گروهی از مردم", threat: "تهدید", harassment: "آزار", spam_ad: "تبلیغ", off_topic: "نظرهایی که دربارهٔ مطلب نیستند", misinformation: "گفته‌های نادرست", personal_data: "اطلاعات شخصی دیگران", copyright: "متن دیگران", illegal: "محتوایی که شاید خلاف قانون باشد", impersonation: "سخن گفتن به نام دیگری", banned_word: "واژه‌هایی که چاپ نمی‌کنیم", other: "دلیلی دیگر که در زیر آمده است" },
    ground: { law: "پایهٔ آن قانون است.", rules: "پایهٔ آن قاعده‌های ما برای نظرهاست." },
    told: "گردانندگان نظرها می‌نویسند:",
    swept: { day: "آنچه در ۲۴ ساعت گذشته نوشته‌اید به همین دلیل از صفحه برداشته شد.", week: "آنچه در هفت روز گذشته نوشته‌اید به همین دلیل از صفحه برداشته شد.", all: "همهٔ آنچه نوشته‌اید به همین دلیل از صفحه برداشته شد." },
    broughtBack: "نظرهایی که با آن از صفحه برداشته شده بودند بازمی‌گردند.",
    who: "این را انسانی تصمیم گرفته است، نه تنها برنامه‌ای. سرنوشت هر نظر کنار نظرهای شما آمده است؛ آنجا می‌توانید به هر رد اعتراض کنید و شخص دیگری تصمیم می‌گیرد. همچنین می‌توانید به تحریریه، به نهاد دارای گواهی برای حل اختلاف بیرون از دادگاه یا به دادگاه روی آورید.",
    heading: "تصمیم گردانندگان نظرها دربارهٔ شما",
    since: "از {day}",
  },
  ar: {
    subject: "بشأن تعليقاتك في {paper}",
    subjectLifted: "بشأن تعليقاتك في {paper}: رُفع الإجراء",
    hello: "مرحبًا {name}،",
    says: {
      warn: { until: "ينبّهك مشرفو {paper} إلى ما كتبته في التعليقات. يمكنك أن تواصل المشاركة.", forGood: "ينبّهك مشرفو {paper} إلى ما كتبته في التعليقات. يمكنك أن تواصل المشاركة." },
      premod: { until: "حتى {until} يقرأ مشرف كل تعليق لك في {paper} قبل أن يظهر.", forGood: "من الآن يقرأ مشرف كل تعليق لك في {paper} قبل أن يظهر." },
      suspend: { until: "حتى {until} لا يمكنك المشاركة في تعليقات {paper}: لا كتابة ولا تعديل ولا إعجاب ولا تبليغ.", forGood: "لا يمكنك المشاركة في تعليقات {paper}: لا كتابة ولا تعديل ولا إعجاب ولا تبليغ." },
      ban: { until: "حتى {until} أنت مستبعد من تعليقات {paper}: لا كتابة ولا تعديل ولا إعجاب ولا تبليغ.", forGood: "أنت مستبعد من تعليقات {paper}: لا كتابة ولا تعديل ولا إعجاب ولا تبليغ." },
    },
    lifted: { warn: "سحب مشرفو {paper} تنبيههم لك.", premod: "لم تعد تعليقاتك في {paper} تُقرأ كلها قبل أن تظهر.", suspend: "يمكنك المشاركة في تعليقات {paper} من جديد.", ban: "يمكنك المشاركة في تعليقات {paper} من جديد." },
    address: "يخص هذا العنوان الذي علّقت منه ضيفًا.",
    reason: "السبب:",
    reasons: { abuse: "التهجم على الآخرين", hate: "العداء لمجموعة من الناس", threat: "التهديد", harassment: "المضايقة", spam_ad: "الإعلان", off_topic: "تعليقات لا صلة لها بالموضوع", misinformation: "أقوال غير صحيحة", personal_data: "بيانات شخصية للآخرين", copyright: "نصوص يملكها آخرون", illegal: "محتوى قد يخالف القانون", impersonation: "التحدث باسم شخص آخر", banned_word: "كلمات لا ننشرها", other: "سبب آخر يُذكر أدناه" },
    ground: { law: "أساسه القانون.", rules: "أساسه قواعدنا للتعليقات." },
    told: "كتب المشرفون:",
    swept: { day: "ما كتبته في آخر ٢٤ ساعة أُزيل من الصفحة للسبب نفسه.", week: "ما كتبته في آخر سبعة أيام أُزيل من الصفحة للسبب نفسه.", all: "كل ما كتبته أُزيل من الصفحة للسبب نفسه." },
    broughtBack: "التعليقات التي أُزيلت معه من الصفحة تعود إليها.",
    who: "قرر هذا إنسان لا برنامج وحده. حال كل تعليق مذكور مع تعليقاتك، وهناك يمكنك أن تعترض على كل رفض فيقرر شخص آخر. ويمكنك أيضًا أن تتوجه إلى هيئة التحرير أو إلى جهة معتمدة لتسوية المنازعات خارج القضاء أو إلى القضاء.",
    heading: "ما قرره المشرفون بشأنك",
    since: "منذ {day}",
  },
};

/** A sentence with its gaps filled. */
export const filledIn = (sentence: string, values: Record<string, string>): string => sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

const locales = { en: "en-GB", de: "de-DE", fr: "fr-FR", es: "es-ES", fa: "fa-IR", ar: "ar-EG" } satisfies Record<Language, string>;

/** "12 November 2026 at 07:42", in the paper's zone and the reader's language. */
export function momentIn(at: Date, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone, dateStyle: "long", timeStyle: "short" }).format(at);
}

export type ToldSanction = { kind: SanctionKind; /** A ban that waits for confirmation is told as what it is meanwhile. */ unconfirmed: boolean; endsAt: Date | null };

/** What a sanction means for her, in one sentence. */
export function sanctionSays({ kind, unconfirmed, endsAt }: ToldSanction, { paper, timeZone }: { paper: string; timeZone: string }, language: Language): string {
  const says = sanctionWords[language].says[kind === "ban" && unconfirmed ? "suspend" : kind];
  return endsAt ? filledIn(says.until, { paper, until: momentIn(endsAt, timeZone, language) }) : filledIn(says.forGood, { paper });
}
