"""Spanish: the general signs that a clause is about the editor, whatever its words in between. Data."""

from ai_to_video.wire.gui.grammar import Target

_KEYS = (
    r"(?<![\w'])(?:(?:ctrl|cmd|command|control|shift|mayús|alt|option|opción) ?[+-] ?(?:shift ?\+ ?|mayús ?\+ ?|"
    r"alt ?\+ ?)?[\w.,/?+-]+|f\d{1,2}\b|"
    r"(?:la )?(?:barra espaciadora|tecla(?:s)? (?:[\wáéíóúñ]+(?:,| y| o)? ?){1,3}|flechas?(?: (?:izquierda|"
    r"derecha|arriba|abajo|del teclado))|"
    r"retroceso|suprimir|supr|espacio(?= \w+[ae]\b)))(?!\w)"
)

SIGNS: dict[str, str] = {
    "keys": _KEYS,
    # a thing of the editor that a film seldom shows
    "strong": (
        r"\b(?:bot[oó]n(?:es)?(?! (?:dorad|de (?:rosa|flor|la (?:camisa|chaqueta|cafetera))))|[ií]conos?|"
        r"insignia|barra (?:de herramientas|lateral|superior|inferior|"
        r"de menús?|de arriba|de abajo|de progreso|de desplazamiento|de estado)|desplegables?|ventana emergente|"
        r"emergentes?|casillas?|interruptor(?:es)?|control(?:es)? (?:de (?:volumen|velocidad|opacidad|zoom)|"
        r"deslizantes?)|control(?:es)? "
        r"(?:deslizantes?|de la (?:derecha|izquierda))|deslizador(?:es)?|perilla|cabezal|l[ií]nea de tiempos?|"
        r"lienzo|inspector|cuadro de diálogo|"
        r"diálogo de|menú (?:contextual|de|archivo|exportar|compartir|superior|lateral)|pestañas?|"
        r"panel(?:es)?(?! solar| de expertos| de jueces)|"
        r"tirador(?:es)?|fotogramas? clave|flecha (?:azul|verde|roja|blanca|de (?:arriba|abajo|la derecha|la izquierda))|muestra de color|cuentagotas|selector|tres puntos|hamburguesa|"
        r"engranaje|foto de perfil|avatar|"
        r"guion gráfico|biblioteca de medios|campo de texto|cuadro de texto|chevron|imán|candado|"
        r"atajos?(?: de teclado)?|trackpad|"
        r"(?:el|tu|su) (?:ratón|cursor|puntero|teclado)|pantalla completa|mezclador|rueda del ratón|historial|"
        r"clic derecho|la lista de la (?:izquierda|derecha)|(?:con|clic en) (?:el |la )?(?:exportar|descargar|guardar|"
        r"reproducir|subir|importar)|"
        rf"(?:en|desde|del?|al) (?:el |la )?(?:reproductor|visor|encabezado|cabecera|editor|mezclador|cola)|"
        rf"tarjetas? de (?:escena|cada)|{_KEYS})"
    ),
    # a thing of the editor that a film may show as well
    "weak": (
        r"\b(?:tarjetas?|ventana|pistas?|capas?|flechas?|esquinas?|moneda|biblioteca|reproductor|teclas?|ojo|"
        r"papelera|listas?|cuadros?|"
        r"barra|bordes?|extremos?|clips?|subtítulos?|títulos?|segmentos?|símbolos?|puntos?|marcador(?:es)?|fila|"
        r"columna|celda|texto|menú|"
        r"chat|campana|altavoz|signo|triángulo|varita|arriba|abajo|a la (?:derecha|izquierda)|ajustes|sección|"
        r"editor|pantalla|historial|"
        r"escenas?|tomas?|grupo|miniaturas?|cualquiera|play|[b-df-hj-nq-tv-xz])\b|\ue000"
    ),
    # an act that is done at an editor and seldom elsewhere
    "gesture": (
        r"(?:haz|haga|hacer|haciendo|dale|dele|darle|da|dé|dar|un|otro|con un|basta con un) (?:un |doble |otro |"
        r"solo |sólo |simple )*(?:clic|click|toque|doble clic)|"
        r"(?:pulsa|pulse|pulsar|pulsando|presiona|presione|presionar|presionando|arrastra|arrastre|arrastrar|"
        r"arrastrando|pincha|pinche|"
        r"desliza|deslice|deslizar|pellizca|pellizque|marca|marque|desmarca|desmarque|toca|toque)\b|"
        r"(?:pasa|pase|pasar|pasando|deja|deje|dejar|pon|ponga|poner|coloca|coloque|colocar|sitúa|sitúe|lleva|"
        r"lleve|mueve|mueva) (?:el|tu|su) (?:cursor|ratón|"
        r"puntero|cabezal)|mant[eé]n(?:ga)? (?:puls|presion|apret)ad[oa]|dale al?\b|dele al?\b|(?:despliega|"
        r"despliegue|expande|expanda)\b"
    ),
    # an act asked of somebody: a verb of asking with what it acts on
    "imperative": (
        r"(?:{act}|[a-záéíóúñ]*[áéíóú][a-záéíóúñ]*l[oa]s?)(?= (?:el|la|los|las|lo|un|una|tu|tus|su|sus|este|esta|"
        r"en|con|a|al|de|del|cualquier|cada|todo|"
        r"todas|otro|otra|por|hasta|{keys}|pantalla)\b)"
    ),
    "act": (
        r"(?:{edit}|{drag}|{drop}|{select}|{go}|{see}|{play}|{use}|{strike}|{point}|{upload}|{export}|pon|ponga|"
        r"poner|baja|baje|sube|suba|activa|active|"
        r"desactiva|desactive|quita|quite|cambia|cambie|escribe|escriba|salta|salte|recorre|recorra|pausa|avanza|"
        r"retrocede|despliega|despliegue|cierra|"
        r"gira|amplía|reduce|haz|haga|teclea|fija|fije|deja|deje|elige|elija|la encontrarás|lo encontrarás|"
        r"los encontrarás|las encontrarás|encontrarás|tienes|tiene|verás)"
    ),
    "aim": r"\b(?:para(?: que)?|si (?:quieres|quiere|prefieres)|y)\b(?= (?!el\b|la\b|un\b|una\b|tu\b))",
    "step": (
        r"\W*(?:(?:primero|luego|después|solo|sólo|por favor|puedes|y) ?,? )*(?:{gesture}|(?:det[eé]n(?:te)?|"
        r"para en|pausa|marca|resalta|vuelve|regresa|ve|salta|"
        r"confirma|sitúate|colócate|mantén|selecciona) )(?!me\b)"
    ),
    "opened": (
        r"\b(?:lista|panel|menú|ajustes|parámetros?|detalles?|valores|propiedades|nombres?|opciones|"
        r"controles|notas?|historial|datos|tiempos?|versiones)\b"
    ),
    # names a place of the editor as the place where something is or is done
    "stands_in": (
        r"\b(?:en|desde|bajo|detrás de|debajo de|con|junto a|mediante|dentro de|al lado de|tras|"
        r"a través de) (?:el |la |tu |su |los |las )(?:(?!(?:de la escena|del|que|es|está)\b)"
        r"[\w&+'/áéíóúñ-]+ ){0,2}?(?:pestaña|panel|menú|desplegable|barra (?:de herramientas|lateral|superior|"
        r"inferior|de menús)|inspector|diálogo|ventana emergente|"
        r"icono|botón|deslizador|control deslizante|avatar|engranaje|tres puntos|mezclador|biblioteca de medios|"
        r"historial|ajustes|cabezal|atajo|moneda|campana|reloj)\b"
        r"(?! (?:solar|de expertos|de la camisa|del (?:cuadro|plano|vídeo|anuncio)|de la (?:escena|imagen|toma|"
        r"tienda|demo)))"
    ),
    "verbal": (
        r"\b(?:es|son|está|están|puedes|puede|pueden|podrás|hay|tiene|tienen|tienes|se (?:ve|ven|hace|puede|"
        r"pueden|cambia|ajusta|exporta|descarga|encuentra|muestra|abre|activa|añade)|encontrarás|verás|espera|"
        r"vive|permite|sirve|lleva|aparecen?|quedan?|sale)\b"
    ),
    # tells of the film, or of what was done
    "reports": (
        r"\b(?:yo|he|hemos|ha|han|había|me|nos|él|ella|usuarios?|espectador(?:es)?|cursor|ratón|dedo|mano|"
        r"protagonista|cliente|camarer[oa]|mujer|hombre|niñ[oa]|gente|"
        r"cámara|escena \d+|plano|toma|ahora|puse|hice|dejé|era|fue|fueron|estaba|coche|puerta|calle|pared|"
        r"habitación|demo|grabación|anuncio|película|suena)\b|"
        r"[a-zñ]{2,}(?:é|ó|aron|ieron)\b|\d:\d\d|\ue000|\d ?%"
    ),
    "glance": r"\b(?:un vistazo|una mirada|una ojeada)\b",
    "parks": (
        r"\b(?:pon|ponga|coloca|coloque|mueve|mueva|lleva|lleve|sitúa|sitúe|arrastra|arrastre|deja|"
        r"deje) (?:el|tu|su) (?:cabezal|cursor|marcador)"
    ),
    "place": (
        r"\W*(?:(?:y|luego|o) )*(?:en|desde|dentro de|con|bajo|abajo en|arriba en) (?:el |la |los |las |tu |"
        r"su )?(?:[\w&-]+ ){0,3}?(?:panel|pestaña|menú|inspector|"
        r"mezclador|editor|barra|sección|ventana|diálogo|desplegable|ajustes|línea de tiempo|lienzo|biblioteca|"
        r"propiedades|página|vista|lista|"
        r"guion gráfico)(?: (?:de |del )?[\w&-]+){0,4}\W*"
    ),
    "aside": (
        rf"\W*(?:(?:o|en|a|la|el|su|al|lado|derecha|izquierda|arriba|abajo|esquina|superior|inferior|icono|de|"
        rf"del|engranaje|mac|windows|panel|barra|lateral|"
        rf"junto|con|un|una|botón|azul|verde|rojo|pequeño|pulsa|{_KEYS})\W*)+"
    ),
    "outcome": (
        r"\W*(?:(?:y|entonces|así) )*(?:(?:se (?:abre|abrirá|despliega|desplegará|muestra|mostrará|abren|abrirán|"
        r"verá|verán|muestran|mostrarán))|(?:(?:el|la|los|las|un|una|su|sus|tu) "
        r"(?:[\wáéíóúñ'-]+ ){1,5}?)?(?:aparece(?:rá|n|rán)?|sale|saldrá|(?:se )?(?:abrirá|desplegará|mostrará|"
        r"verás|verá)))\b(?! en \d)"
    ),
}

# Statements that only the editor can make true: a control that does something, a place where something waits.
TELLINGS: tuple[str, ...] = (
    # Ctrl+E lo exporta; con Ctrl+Z vuelven
    (
        rf"(?:con |también )?(?:{_KEYS})(?: (?:en|para) (?:mac|windows))? (?:(?:lo|la|los|las|se|te|también|"
        rf"lo vuelve a|y) )*(?!es\b|era\b|suena\b|de\b|del\b|en\b|que\b)[a-záéíóúñ]+\b"
    ),
    rf"(?:el )?(?:atajo|tecla)(?: (?:para|de) [^,;:]{{1,40}})? es\b(?=.{{0,20}}{_KEYS})",
    # el panel Capas (a la derecha) tiene los valores exactos
    (
        r"(?:el|la|los|las|tu|su|ese|esa|este|esta) (?:[\w&+'-]+ ){0,2}?(?:botón|botones|iconos?|deslizador|control|"
        r"perilla|interruptor|panel|pestaña|menú|desplegable|barra|"
        r"inspector|tirador(?:es)?|muestra|selector|flechas?|símbolo|triángulo|engranaje|imán|candado|casilla|campo|"
        r"lista|avatar|campana|historial|"
        r"herramientas?|editor|mezclador|vista|ventana|página)(?: (?:de |del |con |"
        r"\+ ?)?[\w&+'-]+){0,4}?(?: ?\([^()]{1,40}\))?,? (?:(?:te|le|lo|la|los|las|también|ya|solo) )*"
        r"(?:permiten?|dejan?|muestran?|listan?|tienen?|contienen?|indican?|enseñan?|abren?|exportan?|guardan?|"
        r"reproducen?|mueven?|cambian?|ajustan?|controlan?|"
        r"silencian?|quitan?|añaden?|deshacen?|suben?|bajan?|llevan?|dan?|reúnen?|recogen?|activan?|"
        r"descargan?) (?:te|lo|la|los|las|cuánt[oa]s?|todo|cada|al|a la|más|tu|su|los "
        r"(?:valores|números|detalles)|el (?:resto|volumen|vídeo|archivo))\b"
    ),
    # el icono de la papelera lo borra
    (
        r"(?:el|la|los|las) (?:botón|icono|deslizador|control|interruptor|flecha|papelera|selector|panel|menú|"
        r"pestaña)(?: [\w'+áéíóúñ-]+){0,5}? (?:te )?(?:lo|la|los|las) (?:borra|quita|guarda|exporta|descarga|reproduce|abre|"
        r"muestra|mueve|silencia|corta|divide|deshace|baja|sube|cambia|ajusta|acorta|alarga)n?\b"
    ),
    (
        r"(?:hay|tienes|tiene|verás|verá) (?:también )?(?:un|una|el|la|unos|"
        r"unas) (?:[\wáéíóúñ-]+ ){0,2}?(?:control|deslizador|botón|icono|interruptor|tirador|menú|desplegable|"
        r"casilla|"
        r"selector|rueda|flecha|herramienta|pestaña|panel|campo|atajo)(?: (?:de|para) [\wáéíóúñ]+)? (?:junto|"
        r"al lado|"
        r"encima|debajo|arriba|abajo|en|a la|por si|para|si|que|detrás|bajo)\b"
    ),
    (
        r"(?:(?:el|la|tu|su|los|tus) )?(?:[\wáéíóúñ-]+ ){0,2}?(?:exportar|exportación|descarga|descargar|"
        r"botón|saldo|"
        r"créditos|reproducir|vídeo|archivo|importar|subir|historial|opción)(?: de [\wáéíóúñ]+)? "
        r"(?:está|están|aparece|aparecen|se ve|se ven|se muestra|se muestran|se encuentra|"
        r"espera)(?: \w+)? (?:junto a|en|bajo|detrás de|arriba|debajo de|dentro de|al lado de) (?:el |la |tu |"
        r"los )?(?:[\wáéíóúñ-]+ ){0,2}?"
        r"(?:esquina|menú|barra|flecha|icono|moneda|avatar|derecha|izquierda|arriba|cabecera|panel|pestaña|"
        r"engranaje|"
        r"reloj|puntos)\b"
    ),
    (
        r"(?:[\w&/\ue000áéíóúñ-]+ ){0,8}?(?:se ven|se ve|se muestran|se muestra|se listan|se cambia|se cambian|"
        r"se ajusta|se ajustan|se exporta|se descarga|se añaden|se añade|está|están|se encuentra|se encuentran|"
        r"se esconde|vive|queda|quedan|"
        r"se hace|se guarda|espera|figura|figuran|aparece)(?: (?:justo|ahora|ya|"
        r"también|todo|todas?|todos|arriba|abajo))* (?:en|bajo|detrás de|debajo de|junto a|dentro de|tras|"
        r"desde|con|"
        r"mediante) (?:el |la |tu |su |los |las )?(?:(?!escena\b|imagen\b|"
        r"plano\b)[\w&+'-]+ ){0,4}?(?:icono|barra (?:lateral|de herramientas|superior)|desplegable|tres puntos|"
        r"engranaje|pestaña|panel|inspector|menú (?:de|archivo|"
        r"superior|lateral)|avatar|foto de perfil|historial|diálogo|campana|lista de la (?:izquierda|derecha))\b"
    ),
    (
        r"(?:[\w&/\ue000áéíóúñ-]+ ){0,8}?(?:se puede|se pueden|puede|pueden|podrá|podría|debe|conviene|"
        r"hay que)(?: [\w-]+){0,2} (?:[a-záéíóúñ]+(?:ar|er|ir)(?:se|l[oa]s?)?|ser [a-z]+d[oa]s?)"
        r"(?: [\w'áéíóúñ-]+){0,8}? (?:con|mediante|en|desde|a través de|usando|por medio de|pulsando|haciendo)\b"
    ),
    (
        r"(?:se recomienda|es recomendable|conviene|se aconseja|recomiendo|sugiero|"
        r"sería bueno) (?:que )?(?:[\wáéíóúñ'-]+ ){0,6}?[a-záéíóúñ]+(?:ar|er|ir|l[oa]s?|e|a)\b"
    ),
    (
        r"(?:solo |sólo |basta |con )*(?:un|otro) (?:simple |solo |sólo |último |pequeño |doble )?(?:clic|click|"
        r"toque|doble clic) (?:en|sobre|a)\b"
    ),
    (
        r"(?:al )?(?:pasar el (?:cursor|ratón)|pulsar|hacer (?:doble )?clic|arrastrar|"
        r"presionar)\b.{0,100}?\b(?:se (?:muestra|abre|ve|ven|activa|borra|mueve|puede|guarda|despliega)|"
        r"aparece|permite|muestra|abre|guarda)"
    ),
)

# What a clause is after, by the words of its goal; the first that fits.
GOALS: tuple[Target, ...] = (
    Target(
        "upload",
        r"\b(?:subir(?:l[oa]s?)?|súbel[oa]|sube tu|importar|adjuntar|clip de papel|desde (?:tu|su|"
        r"el) (?:escritorio|ordenador|computadora|equipo|dispositivo|móvil|celular|disco)|"
        r"(?:añadir|agregar|elegir|enviar|poner|usar) (?:tus?|sus?|un|una) (?:propi[oa]s? )?(?:fotos?|imagen|"
        r"imágenes|archivos?|logo|clips|vídeos?|videos?|grabación|música)|micrófono|"
        r"(?:aquí|en este chat|a esta ventana|en esta ventana|al chat) (?:tus?|sus?)|zona de carga|"
        r"recuadro punteado)\b",
    ),
    Target(
        "get_credits",
        r"\b(?:créditos?|comprar más|diamante|saldo|recargar?|recarga|facturación|mejora(?:r)? (?:el|tu|su) plan|"
        r"monedas?|rayo|"
        r"diamante|cartera|monedero|billetera|suscripción|precios|planes|paquete)\b",
    ),
    Target(
        "export",
        r"\b(?:(?:te )?da el (?:archivo|vídeo|video)|exporta\w*|descarga\w*|renderiza\w*|publica\w*|mp4|guarda(?:r|rlo)? (?:el|tu|su) (?:vídeo|video|"
        r"archivo)|compartir|exportación)\b",
    ),
    Target(
        "send_edit",
        r"\b(?:(?:ctrl|cmd|command|control) ?\+ ?(?:shift ?\+ ?)?[zyxcvdbkag]\b|deshac\w+|rehac\w+|elimin\w+|"
        r"borr\w+|divid\w+|recort\w+|cort\w+|mov\w+|arrastr\w+|reorden\w+|redimension\w+|"
        r"renombr\w+|silenci\w+|intercambi\w+|duplic\w+|gir\w+|añad\w+|cambi\w+|ajust\w+|baj\w+|sub\w+|pon\b|"
        r"alarg\w+|acort\w+|vuelven?|deslizador|control|tirador|volumen|velocidad|"
        r"retroceso|supr|opacidad|intensidad|quit\w+|reemplaz\w+|sustitu\w+|alinea\w+|agrup\w+|desagrup\w+)\b",
    ),
    Target(
        "preview_timeline",
        r"\b(?:ver (?:cómo|el resultado|qué tal)|verl[oa]|reproduc\w+|escuch\w+|oír\w*|previsualiz\w+|"
        r"vista previa|pantalla completa|fotograma a fotograma|cuadro por cuadro|bucle|play|míral[oa]|"
        r"verlo entero|barra espaciadora|"
        r"cabezal|reproductor|visor|(?:revis|mir|v)[a-zéí]+ (?:\w+ ){0,3}?en la línea de tiempos?)\b",
    ),
    Target(
        "get_state",
        r"\b(?:ver|muestran?|lista|leer|revisar|consultar|comprobar|mirar|valores|números|detalles?|historial|"
        r"versiones?|nombres?|encontrar\w*|panel|pestaña|abr\w+|inspector|notas?|comentarios?)\b",
    ),
)
