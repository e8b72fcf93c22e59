import type { Language } from "@/db/vocabulary";

/** The words around an embed, in the story's own language. */
export type EmbedWords = { play(name: string): string; show(name: string): string; open(name: string): string; told(company: string): string; always(name: string): string };

export const embedWords = {
  en: { play: (name) => `Play from ${name}`, show: (name) => `Show from ${name}`, open: (name) => `Open at ${name}`, told: (company) => `Loads content from ${company}, which may set cookies.`, always: (name) => `Always load from ${name} on this device` },
  de: { play: (name) => `Von ${name} abspielen`, show: (name) => `Von ${name} anzeigen`, open: (name) => `Bei ${name} öffnen`, told: (company) => `Lädt Inhalte von ${company}; dabei können Cookies gesetzt werden.`, always: (name) => `Auf diesem Gerät immer von ${name} laden` },
  fr: { play: (name) => `Lire depuis ${name}`, show: (name) => `Afficher depuis ${name}`, open: (name) => `Ouvrir sur ${name}`, told: (company) => `Charge des contenus de ${company}, qui peut déposer des cookies.`, always: (name) => `Toujours charger depuis ${name} sur cet appareil` },
  es: { play: (name) => `Reproducir desde ${name}`, show: (name) => `Mostrar desde ${name}`, open: (name) => `Abrir en ${name}`, told: (company) => `Carga contenido de ${company}, que puede usar cookies.`, always: (name) => `Cargar siempre desde ${name} en este dispositivo` },
  fa: { play: (name) => `پخش از ${name}`, show: (name) => `نمایش از ${name}`, open: (name) => `باز کردن در ${name}`, told: (company) => `محتوایی از ${company} بارگذاری می‌شود که ممکن است کوکی بگذارد.`, always: (name) => `همیشه از ${name} در این دستگاه بارگذاری شود` },
  ar: { play: (name) => `تشغيل من ${name}`, show: (name) => `عرض من ${name}`, open: (name) => `فتح في ${name}`, told: (company) => `يحمّل محتوى من ${company} وقد يضع ملفات تعريف ارتباط.`, always: (name) => `التحميل دائمًا من ${name} على هذا الجهاز` },
} satisfies Record<Language, EmbedWords>;
