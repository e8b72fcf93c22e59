import type { SensitiveTopic } from "@/lib/content/language/sensitive-topics";

const reminders = {
  suicide: "No method, no place, no single cause; name where help can be had. Look into the paper’s policy on suicide.",
  children: "Nothing by which a child could be known, nor what the child suffered in detail. Look into the paper’s policy on children.",
  sexual: "The person harmed stays unnamed unless she or he agreed. Look into the paper’s policy on sexual violence.",
  courts: "Accused is not convicted: is every charge worded as one, and was the other side heard? Look into the paper’s policy on courts.",
  killing: "Were the families told first? No attacker’s name in the headline, none of his words as he wants them spread. Look into the paper’s policy on attacks.",
} as const;

const topic = (language: SensitiveTopic["language"], name: string, words: string, about: keyof typeof reminders): SensitiveTopic => ({ language, name, words: words.split(", "), reminder: reminders[about] });

/**
 * With what a paper begins until it writes its own (House style): few words, chosen to notice rather than to judge. The reminders are for
 * the desk and in the desk's language; the words are in the story's.
 */
export const firstSensitiveTopics: readonly SensitiveTopic[] = [
  topic("en", "suicide", "suicid*, killed himself, killed herself, took his own life, took her own life, took their own life, self-harm*", "suicide"),
  topic("en", "violence against children", "child abuse, child abuser*, abused child*, abused as a child, grooming, paedophil*, pedophil*, infanticide", "children"),
  topic("en", "sexual violence", "rape, raped, rapist*, sexual assault*, sexually assaulted, sexual abuse, sexually abused", "sexual"),
  topic("en", "a court case", "defendant*, indicted, indictment*, acquitted, prosecutor*, pleaded guilty, pleaded not guilty, on trial, charged with", "courts"),
  topic("en", "killings and attacks", "murder*, manslaughter, terrorist*, gunman, gunmen, massacre*, stabbing*", "killing"),
  topic("de", "Suizid", "Suizid*, Selbstmord*, Selbsttötung*, nahm sich das Leben, Freitod", "suicide"),
  topic("de", "Gewalt gegen Kinder", "Kindesmissbrauch*, Kindesmisshandlung*, misshandeltes Kind, missbrauchte Kinder, pädophil*", "children"),
  topic("de", "sexualisierte Gewalt", "Vergewaltigung*, vergewaltigt*, sexuelle Nötigung, sexueller Übergriff, sexuellen Missbrauch*", "sexual"),
  topic("de", "ein Gerichtsverfahren", "Angeklagte*, angeklagt*, Staatsanwaltschaft, Beschuldigte*, Tatverdächtige*, Freispruch, freigesprochen", "courts"),
  topic("de", "Tötungen und Anschläge", "Mord, Mordes, Mörder*, Totschlag*, Terroranschlag*, Attentat*, Amoklauf*", "killing"),
  topic("fr", "suicide", "suicid*, s’est donné la mort, mis fin à ses jours, automutilation*", "suicide"),
  topic("fr", "violences sur des enfants", "enfant battu, enfants battus, maltraitance*, pédophil*, pédocrimin*, infanticide*", "children"),
  topic("fr", "violences sexuelles", "viol, viols, violée*, violeur*, agression sexuelle, agressions sexuelles", "sexual"),
  topic("fr", "une affaire de justice", "accusé, accusée, accusés, mis en examen, mise en examen, prévenu, prévenue, procureur*, acquitté*", "courts"),
  topic("fr", "meurtres et attentats", "meurtre*, assassin*, attentat*, féminicide*", "killing"),
  topic("es", "suicidio", "suicid*, se quitó la vida, autolesi*", "suicide"),
  topic("es", "violencia contra menores", "maltrato infantil, abuso infantil, abuso de menores, pederast*, pedofil*, infanticid*", "children"),
  topic("es", "violencia sexual", "violación, violaciones, violador*, agresión sexual, agresiones sexuales, abuso sexual", "sexual"),
  topic("es", "un caso judicial", "acusado, acusada, acusados, imputad*, procesad*, fiscalía, absuelt*", "courts"),
  topic("es", "muertes y atentados", "asesinat*, asesin*, homicidi*, feminicidi*, atentado*", "killing"),
  topic("fa", "خودکشی", "خودکشی*, به زندگی خود پایان داد", "suicide"),
  topic("fa", "خشونت علیه کودکان", "کودک‌آزاری*, کودک آزاری, آزار کودکان", "children"),
  topic("fa", "خشونت جنسی", "تجاوز جنسی, آزار جنسی, تعرض جنسی", "sexual"),
  topic("fa", "پروندهٔ قضایی", "متهم*, دادستان*, دادگاه*, تبرئه", "courts"),
  topic("fa", "قتل و حمله", "قتل*, قاتل*, تروریست*, چاقوکشی", "killing"),
  topic("ar", "الانتحار", "انتحار*, الانتحار, انتحر, انتحرت, أنهى حياته, أنهت حياتها", "suicide"),
  topic("ar", "العنف ضد الأطفال", "الاعتداء على الأطفال, إساءة معاملة الأطفال, تعنيف الأطفال", "children"),
  topic("ar", "العنف الجنسي", "اغتصاب*, الاغتصاب, اعتداء جنسي, الاعتداء الجنسي, تحرش*, التحرش", "sexual"),
  topic("ar", "قضية أمام المحكمة", "المتهم*, متهم*, النيابة العامة, لائحة الاتهام, المدعي العام", "courts"),
  topic("ar", "القتل والهجمات", "جريمة قتل, القاتل, إرهابي*, الإرهابي*, مجزرة", "killing"),
];
