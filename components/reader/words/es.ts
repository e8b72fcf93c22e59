import type { Words } from "@/components/reader/words";
import { counted, digits } from "@/components/reader/words/counted";
import { correctionNames } from "@/lib/articles/correction-names";

export const es: Words = {
  skip: "Ir al texto", sections: "Secciones", search: "Buscar", signIn: "Entrar", theme: "Claro u oscuro",
  bylines: { by: "Por", translated: "Traducido por", photographs: "Imágenes de", reporting: "Con" }, and: "y",
  updated: "Actualizado", share: "Compartir", comments: (count) => (count === 0 ? "Comentar" : counted("es", { one: "# comentario", many: "# de comentarios", other: "# comentarios" })(count)),
  copy: "Copiar el enlace", copied: "El enlace está copiado.", save: "Guardar para después", kept: "Guardado en este dispositivo.", letGo: "Ya no está guardado.", textSize: "Tamaño del texto", sizes: { usual: "Texto habitual", large: "Texto grande", largest: "Texto muy grande" },
  listen: "Escuchar", pause: "Pausar", resume: "Seguir", stop: "Detener", enlarge: "Ampliar la imagen", close: "Cerrar", voiceless: "Este dispositivo no tiene voz para el idioma de este artículo.",
  corrections: correctionNames.es,
  changes: (count) => `Todos los cambios de este artículo (${digits("es", count)})`,
  changed: { published: "Publicado.", withdrawn: "Retirado.", published_again: "Publicado de nuevo.", fix: "Errata corregida.", correction: "Corrección.", clarification: "Aclaración.", update: "Actualización.", editors_note: "Nota de la redacción." },
  tags: "Temas", allStories: "Todos los artículos", aboutAuthors: (count) => (count === 1 ? "Quién firma" : "Quiénes firman"), related: "Siga leyendo", minutes: counted("es", { one: "# minuto", many: "# de minutos", other: "# minutos" }),
  lead: "Noticia principal", latest: "Lo último", archiveLink: "La hemeroteca", allColumns: "Todas las columnas", allOf: (section) => `Todo en ${section}`,
  nothingYet: "Aún no se ha publicado nada. El primer artículo aparecerá aquí.", nothingInSection: "Aún no se ha publicado nada en esta sección.",
  earlier: "Antes", stories: "Artículos", pages: "Páginas", newer: "Artículos más recientes", older: "Artículos anteriores", today: "Hoy", yesterday: "Ayer",
  archive: { title: "Hemeroteca", about: "Todos los días en que se publicó algo.", nothing: "Aún no se ha publicado nada.", allDays: "Todos los días",
    storiesOf: counted("es", { one: "# artículo", many: "# de artículos", other: "# artículos" }), years: "Años", otherDays: "Otros días", nothingInYear: "En este año no se publicó nada." },
  otherLanguages: "Otros idiomas",
  series: { name: "Serie", part: (number, all) => `Parte ${digits("es", number)} de ${digits("es", all)} de la serie`, one: (number) => `Parte ${digits("es", number)}`, parts: counted("es", { one: "# parte", many: "# de partes", other: "# partes" }), previous: "Parte anterior", next: "Parte siguiente" },
  mostRead: { title: "Lo más leído", day: "en las últimas 24 horas", week: "en los últimos siete días" },
  wayHere: "Usted está aquí",
  aboutTag: "Lo que hemos escrito sobre ello, primero lo más reciente.",
  correctionsPage: { title: "Correcciones", about: "En qué nos equivocamos y cuándo lo rectificamos.", nothing: "Ninguna corrección hasta ahora." },
  saved: { title: "Artículos guardados", about: "Lo que apartó para leer después. La lista está solo en este dispositivo; nadie más la ve.", needsScript: "Guardar artículos necesita JavaScript, que está desactivado en este navegador.", nothing: "No hay nada guardado en este dispositivo. «Guardar para después» está bajo el titular de cada artículo.", refused: "Este navegador no conserva nada para el periódico, así que aquí no se puede guardar nada.", remove: "Quitar", removed: "Quitado", undo: "Deshacer" },
  searchField: "Buscar en el periódico",
  foot: { paper: "El periódico", more: "Más", newsroom: "La redacción", reading: "Leer", made: "Hecho con Standfirst", follow: "Síganos" },
  notFound: "No encontrado",
  lost: {
    missing: { title: "Esta página ha soltado amarras", text: "No hay nada en esta dirección. Puede ser un error al escribir, o un enlace que nunca fue correcto. Los artículos que movimos le llevan por sí solos; los que retiramos lo dicen." },
    gone: { title: "Este artículo fue retirado", text: "Estaba en esta dirección y la redacción lo retiró. Lo que corregimos se enumera abiertamente, y un artículo que vuelve dice en sus cambios que estuvo ausente; la búsqueda quizá encuentre lo que vino después." },
    pageGone: { title: "Esta página fue retirada", text: "Estaba en esta dirección y el periódico la retiró. Lo que vale ahora está en las páginas que se nombran al pie." },
    tooLong: { title: "Era demasiado largo", text: "Lo que envió es más largo de lo que puede ser un formulario nuestro, y no se ha leído. Vuelva atrás: lo que escribió sigue en el formulario. Acórtelo y envíelo de nuevo." },
    elsewhere: { title: "Este formulario venía de otro sitio", text: "No se ha aceptado. Abra la página aquí y envíelo de nuevo." },
  },
};
