"""How a Spanish agent speaks to a person at the editor: tú and usted, Spain and America. Data.

Verbs stand in the imperatives and the infinitive; a third person ("la escena abre con ...") is never at the head of
a clause without its subject.
"""

from ai_to_video.wire.gui.grammar import Form, Target, every_label

TONGUE = "es"

_THE = r"el|la|los|las|lo|un|una|tu|tus|su|sus|este|esta|estos|estas|ese|esa|cualquier|cada|otro|otra|en|sobre|al|del|aqu[ií]|dos veces|todo|todos|todas|primero"
_PRON = r"(?:lo|la|los|las|le|se|te)?"
WORDS: dict[str, str] = {
    "the": _THE,
    "name": r"(?:\ue000|\ue001|\ue004)",
    "point": (
        r"(?:haz|haga|hacer|haciendo|hagan|has|dale|dar|da|dé|de|dando) ?(?:un |doble |dos |solo |s[oó]lo )*(?:clic|click|clics|toque|clik)(?: derecho| izquierdo| secundario)?(?: en| sobre| a| encima de)?|(?:clic|click) (?:derecho )?(?:en|sobre)|"
        r"cliquea|clica|clique|clicar|cliquear|pincha|pinche|pinchar|toca|toque|tocar|tocando|doble clic (?:en|sobre)"
    ),
    "strike": r"pulsa|pulse|pulsar|púlsalo|pulsando|presiona|presione|presionar|presionando|oprime|oprima|oprimir|aprieta|apriete|apretar|dale a|dele a|darle a|activa|active|activar|desactiva|desactive|marca|marque|marcar|desmarca|p[uú]lsal[oa]",
    "select": r"selecciona|seleccione|seleccionar|seleccionando|elige|elija|elegir|eligiendo|escoge|escoja|escoger|m[aá]rca|selecci[oó]nal[oa]",
    "go": (
        r"abre|abra|abrir|abriendo|ve (?:al?|hasta|hacia)|vaya (?:al?|hasta|hacia)|ir (?:al?|hasta|hacia)|ves a|dir[ií]gete a?l?|dir[ií]jase a?l?|dirigirte a?l?|dirigirse a?l?|entra (?:en|al?)|entre (?:en|al?)|entrar (?:en|al?)|accede (?:al?|desde)|acceda (?:al?|desde)|acceder (?:al?|desde)|"
        r"cambia a|cambie a|cambiar a|navega (?:hasta|hacia|al?)|navegue (?:hasta|hacia|al?)|navegar (?:hasta|hacia|al?)|despliega|despliegue|desplegar|visita|visite|visitar|pasa a(?= la (?:pestaña|vista))|pase a(?= la (?:pestaña|vista))|vuelve a|vuelva a|expande|expanda|muestra|cierra|cierre|[aá]brel[oa]|ingresa (?:en|al?)|ingrese (?:en|al?)|ac[eé]rcate a"
    ),
    "see": (
        r"consulta|consulte|consultar|consúltal[oa]|mira|mire|mirar|revisa|revise|revisar|comprueba|compruebe|comprobar|ver(?:lo|la|los|las|se)?|vea|encuentra|encuentre|encontrar(?:lo|la|los|las|ás|á)?|busca|busque|buscar|verifica|verifique|verificar|echa un vistazo(?: a| en)?|eche un vistazo(?: a| en)?|echar un vistazo(?: a| en)?|"
        r"explora|explore|explorar|observa|observe|checa|cheque|chequea|gestiona|gestione|gestionar|visualiza|visualice|visualizar|inspecciona|inspeccione|inspeccionar|verás|verá|tienes|tiene|hallarás|hallará"
    ),
    "use": r"usa|use|usar|usando|utiliza|utilice|utilizar|utilizando|emplea|emplee|emplear|prueba(?: con)?|pruebe(?: con)?|probar(?: con)?|s[ií]rvete de|recurre a|aprovecha",
    "drag": r"arrastra(?:l[oa]s?|ndo|r|rl[oa]s?)?(?: y (?:suelta|soltar|suéltal[oa]|sueltes))?|arrástral[oa]s?(?: y suéltal[oa]s?)?|arrastre(?:l[oa]s?)?(?: y suelte)?|arrástrel[oa]s?(?: y suéltel[oa]s?)?|arrastres|desliza|deslice|deslizar|deslizando|desplaza|desplace",
    "drop": r"suelta|suelte|soltar|suéltal[oa]s?|coloca|coloque|colocar|pon|ponga|poner|deja caer|pega|pegue|inserta|inserte",
    "edit": (
        r"mueve(?:l[oa]s?)?|muéve(?:l[oa]s?|te)?|mueva|mover(?:l[oa]s?)?|moviendo|ajusta(?:l[oa]s?)?|ajúst[ae]l[oa]s?|ajuste|ajustar(?:l[oa]s?)?|cambia(?:l[oa]s?)?|cámbi[ae]l[oa]s?|cambie|cambiar(?:l[oa]s?)?|edita|edite|editar(?:l[oa]s?)?|modifica|modifique|modificar(?:l[oa]s?)?|recorta|recorte|recortar(?:l[oa]s?)?|recórtal[oa]|"
        r"alarga|alargue|alargar(?:l[oa]s?)?|acorta|acorte|acortar(?:l[oa]s?)?|reordena|reordene|reordenar(?:l[oa]s?)?|reorganiza|reorganice|reorganizar(?:l[oa]s?)?|reemplaza|reemplace|reemplazar(?:l[oa]s?)?|sustituye|sustituya|sustituir(?:l[oa]s?)?|elimina|elimine|eliminar(?:l[oa]s?)?|borra|borre|borrar|"
        r"sube|suba|subir(?:l[oa]s?)?|baja|baje|bajar(?:l[oa]s?)?|redimensiona|redimensione|redimensionar|gira|rota|rotar|divide|divida|dividir|corta|corte|cortar|silencia|silencie|silenciar|añade|añada|añadir|agrega|agregue|agregar|reduce|reduzca|reducir|aumenta|aumente|aumentar|personaliza|personalice|personalizar(?:l[oa]s?)?|controla|regula|regule|regular|estira|estire|estirar|"
        r"afina|afine|afinar|retoca|retoque|retocar|elige|elija|elegir|selecciona|seleccione|configura|configure|configurar|modifícal[oa]|tira del?|tire del?|tirar del?|extiende|extienda|extender"
    ),
    "play": (
        r"reproduce|reproduzca|reproducir(?:l[oa]s?)?|reprodúcel[oa]|mira|mire|mirar|míral[oa]|ver(?:l[oa]s?)?|vea|velo|véal[oa]|escucha|escuche|escuchar(?:l[oa]s?)?|escúchal[oa]|revisa|revise|revisar(?:l[oa]s?)?|revísal[oa]|comprueba|compruebe|comprobar(?:l[oa]s?)?|compruébal[oa]|visualiza|visualice|visualizar(?:l[oa]s?)?|echa(?:le)? un vistazo|échale un vistazo|eche un vistazo|échele un vistazo|echar(?:le)? un vistazo|oír|observa|observe|verifica|verifique"
    ),
    "export": r"exporta(?:l[oa]s?)?|expórt[ae]l[oa]s?|exporte|exportar(?:l[oa]s?)?|descarga(?:l[oa]s?)?|descárg[au]el[oa]s?|descárgal[oa]s?|descargue|descargar(?:l[oa]s?)?|guarda(?:l[oa]s?)?|guárd[ae]l[oa]s?|guarde|guardar(?:l[oa]s?)?|bájal[oa]|bájatel[oa]",
    "upload": r"sube(?:l[oa]s?)?|súb[ae]l[oa]s?|suba|subir(?:l[oa]s?)?|carga|cargue|cargar(?:l[oa]s?)?|importa|importe|importar(?:l[oa]s?)?|adjúnt[ae]l[oa]s?|adjunta|adjunte|adjuntar(?:l[oa]s?)?|añade|añada|añadir(?:l[oa]s?)?|añád[ae]l[oa]s?|agrega|agregue|agregar(?:l[oa]s?)?|agrég[au]?el[oa]s?|agrégal[oa]s?|elige|elija|selecciona|seleccione|envía|envíe|inserta|pon|incluye",
    "video": r"v[ií]deos?|clip|resultado|proyecto|archivo|reel|corto|anuncio|montaje|secuencia|versión|película|tráiler|borrador|mp4|mov|final|trabajo|pieza|spot",
    "room": (
        r"panel(?:es)?|pestañas?|ficha|men[uú]s?|submenú|barra (?:lateral|superior|inferior|de herramientas|de menús)|inspector|cajón|di[aá]logo|cuadro de diálogo|desplegable|lista desplegable|ventana(?: emergente| de (?:exportación|edición|ajustes))|ajustes del? (?:proyecto|vídeo|video|clip)|"
        r"(?<=los )ajustes|configuración|preferencias|biblioteca(?: de medios| multimedia)?|mediateca|galería de medios|editor|(?:área|espacio) de trabajo|propiedades|lienzo|mezclador|página de (?:proyecto|proyectos|inicio|ajustes|exportación)|panel de control|historial|tablero|icono de engranaje|tres puntos|selector|sección de|herramientas"
    ),
    "control": r"control(?:es)? deslizantes?|deslizador(?:es)?|barra de (?:volumen|opacidad|velocidad|zoom)|bordes?|extremos?|esquinas?(?= del? (?:clip|t[ií]tulo|logo))|tiradore?s?|manejadore?s?|manija|asa|fotogramas? clave|interruptor|casilla|rueda|perilla|control de (?:volumen|velocidad|opacidad)|slider|tijeras|cuchilla|cursor|marcadore?s?|flechas|herramienta",
    "time_line": r"l[ií]nea de tiempos?|l[ií]nea temporal|timeline|pistas?(?= de (?:audio|v[ií]deo|música|t[ií]tulos|texto|voz))|cronología del editor",
    "own": r"tus? (?:propi[oa]s? )?(?:archivos?|fotos?|imágenes|imagen|logo|logotipo|grabación|material|clips? propios?|medios)|sus? (?:propi[oa]s? )?(?:archivos?|fotos?|imágenes|imagen|logo|logotipo|grabación|material)|propi[oa]s?|un archivo|una (?:foto|imagen|grabación)|archivos|desde (?:tu|su|el) (?:ordenador|computadora|equipo|dispositivo|móvil|celular|teléfono)",
    "clip": r"clips?|t[ií]tulos?|subt[ií]tulos?|pistas?|filas?|capas?|segmentos?|escenas?|elementos?|miniaturas?|tomas?|textos?|rótulos?|logos?|música|canción|audio|voz|v[ií]deos?|imagen|imágenes|fotos?|fragmentos?|fuentes?|estilos?|filtros?|efectos?|transici(?:ón|ones)|plantillas?|bloques?|planos?|secuencias?|muestras?|colore?s?|opacidad|velocidad|volumen|duración|posición|tamaño",
    "label": every_label(latin=True),
    "owned": "tu|su|nuestro|nuestra",
    "dragging": r"arrastr(?:ando|ar)",
}
VOCABULARY = WORDS

OPENINGS = (
    r"(?:y|e|o|u|luego|después|entonces|así que|pero|también|además|primero|segundo|por último|finalmente|al final|a continuación|ahora|ya|si no|en su lugar|de nuevo|otra vez|ok|vale|genial|perfecto|listo|bien|bueno|simplemente|solo|sólo|solamente|tan solo|únicamente|directamente|fácilmente|siempre|incluso|"
    r"quizá|quizás|tal vez|opcionalmente|manualmente|cuando (?:quieras|quiera|gustes|estés listo|estés lista|esté listo|termines|termine)|si (?:quieres|quiere|lo deseas|lo desea|lo prefieres|lo prefiere|hace falta|es necesario|te parece|gustas)|desde (?:ahí|aquí|allí)|ahí|aquí|allí|para ello|para eso|para esto|paso \d+|siguiente paso|consejo|nota|truco|recuerda|recuerde|"
    r"en ese caso|de lo contrario|alternativamente|por cierto|rápidamente|con cuidado|ligeramente|mientras tanto|tras esto|una vez listo|una vez hecho|hola|gracias|sin problema|eso sí|de paso|asimismo|igualmente|también puedes|\ue004)\b[,:!;—–-]*\s*",
    r"[\ue004>•·*–—:,\-(¡¿]+\s*",
    r"(?:en|desde|con|mediante|dentro de|a través de) (?:el |la |los |las |tu |su )?(?:[\w-]+ ){0,2}?(?:{room}|{time_line}|reproductor)(?: [\wáéíóúñ]+){0,3}?,? (?=puedes|puede|podrás|podrá|haz|haga|pulsa|pulse|selecciona|seleccione|elige|elija|arrastra|arrastre|encontrar|verás|verá|tienes|se puede|se pueden)",
)
ASKING = (
    r"(?:por favor|porfa|favor de|se ruega|le ruego|te pido|le pido que|te pido que)\b,?\s*",
    r"(?:ya |ahora |también |tú |usted |siempre |además |solo |sólo |lo |la |los |las )*(?:puedes|puede|podrás|podrá|podrías|podría|pueden|debes|debe|deberías|debería|deberás|deberá|tienes que|tiene que|necesitas|necesita|has de|ha de|hay que|basta con|basta|bastará con|es suficiente con|solo tienes que|solo tiene que|solo hay que|quieres|desea|vas a|va a)"
    r"(?: (?:ahora|también|ya|además|simplemente|directamente|fácilmente|libremente|siempre|solo|sólo|así|igualmente|manualmente|entonces|luego|incluso|hacerlo))*,? (?!ver (?:que|cómo)|decir|pedir)",
    r"(?:recuerda|recuerde|no olvides|no olvide|asegúrate de|asegúrese de|no dudes en|no dude en|intenta|intente|trata de|trate de|anímate a|procura|siéntete libre de|siéntase libre de|eres libre de|te invito a|le invito a|te invitamos a|le invitamos a|te recomiendo|le recomiendo|recomiendo|recomendamos|te sugiero|le sugiero|sugiero|te aconsejo|es recomendable|conviene|es hora de|es momento de|lo mejor es|prueba a|pruebe a|te animo a|adelante y)(?: que)? ",
    r"(?:lo único que|todo lo que|lo que)(?: \w+){0,4} (?:es|queda es)(?: que)? |(?:solo|sólo|únicamente|ya solo) (?:queda|falta|te falta|le falta|te queda|le queda|resta|tienes que|tiene que) ",
    r"(?:me )?(?:puedes|puede|podrías|podría) (?:por favor )?",
    r"¿?(?:por qué no|te importaría|le importaría|serías tan amable de|sería tan amable de) ",
    r"(?:una vez|cuando|si|en cuanto|después de que|al)(?: que)? (?=(?:hagas|haga|hacer|pulses|pulse|pulsar|presiones|presione|presionar|toques|arrastres|arrastrar)\b)",
    r"se (?:puede|pueden|podrá|debe|recomienda|aconseja|sugiere) (?:ahora |también |ya |además )?",
)
STATEMENT = (
    r"(?:(?!(?:y|o|si|cuando|para|que|donde|cómo|qué|quien|en|desde|con|por|hasta|aquí|ahora|al|de)\b)[\w'%/\ue000-\ue004-]+ ){1,6}(?:es|son|está|están|era|fue|fueron|ha|han|hay|tiene|tienen|dura|duran|empieza|termina|suena|aparece|aparecen|cubre|sube|baja|usa|lleva|muestra|"
    r"dice|cae|entra|sale|queda|quedó|ocupa|contiene|incluye|se (?:ve|oye|escucha|muestra|mantiene)|completada?|terminada?|lista?|añadid[oa]s?|aplicad[oa]s?|guardad[oa]s?|fallid[oa]|finalizada?)\b"
)
REPORT = r"(?:[\w'/\ue000-\ue004-]+ ){1,5}?(?:añadid[oa]s?|completad[oa]s?|terminad[oa]s?|list[oa]s?|fallid[oa]s?|guardad[oa]s?|activad[oa]s?|eliminad[oa]s?|actualizad[oa]s?|aplicad[oa]s?|cread[oa]s?|finalizad[oa]s?|en curso|recibid[oa]s?|ajustad[oa]s?|correct[oa]s?)(?=\s*(?:[.,;:!—–(-]|$|a |al |con |desde |en |para |por |y ))"
COMPOUND = r"(?:carga|descarga|corte|toque|toca|marca|corta|guarda|prueba|baja|recorte|ajuste|cambio|pulsa|entre|cierre|cierra) (?:de|del|rápid[oa]|lenta|calidad|musical|final|parcial|personal|registrada|bosques|la guitarra|el piano|la puerta)\b"
BARE = r"[a-záéíóúñ]+(?:ar|er|ir)(?:l[oa]s?|se|me|te)?\b"
SUBJECT = r"(?:yo|nosotros|él|ella|ellos|ellas|el usuario|los usuarios|la gente|alguien|nadie|me|nos|he|hemos|voy|vamos)\b"
HUMAN = SUBJECT
NOT = r"(?:no|nunca|sin|ni|tampoco|en vez de|en lugar de)\b(?! (?:dudes|dude|olvides|olvide))"
GERUND = r"[a-záéíóúñ]+(?:ando|iendo|yendo)\b"
PURPOSE = r"\b(?:para(?: que puedas| poder)?|a fin de|si (?:quieres|quiere|deseas|desea|prefieres|prefiere|necesitas|necesita|te gustaría|le gustaría)|y así|con el fin de|y)(?= )\s+(?:ya |también |así |simplemente )?(?={purposes})"
POLITE_QUESTION = r"\W*(?:¿\s*)?(?:(?:puedes|puede|podrías|podría) (?:por favor )?(?!ver|decir|confirmar|contar|enviar)|te importaría |le importaría |por qué no |serías tan amable de |sería tan amable de |por favor)"
CLAIM = r"(?!)"
LEAD = (
    r"\W*(?:(?:y|o|pero|también|además|luego|\ue004) )*(?:para|si|cuando|una vez|después de|antes de|con el fin de|en caso de|en cuanto|mientras|a menos que|ya que|como|desde|en|por|al|consejo|nota|siguiente|próximos? pasos?|truco|listo|perfecto|ahora|luego|después|finalmente|por último|primero|"
    r"simplemente|solo|puedes|puede|opcional|alternativamente|de lo contrario|paso \d+|a continuación|por favor|si no|cómo|exportar|descargar|vista previa|editar|opciones|quieres|quiere|recuerda|de ser necesario)\b"
)
TAIL = (
    r"\W*(?:(?:y|o|luego|pero) )*(?:para|si|cuando|una vez|así|de modo que|de forma que|que|donde|antes|después|hasta|sin|mientras|como|con|desde|en|por|al|porque|ya que|p\.? ?ej|se (?:guardará|descargará|abrirá|exportará|actualizará|iniciará|reproducirá|mostrará|ajustará)|el v[ií]deo se|tu v[ií]deo se|podrás|podrá|lo tendrás|lo tendrá|verás|verá|tendrás|"
    r"listo|eso es todo|ya está|y listo|fácil|disfruta|aquí|ahí|allí|de nuevo|también|según|o bien|todo)\b"
)
FINITE = (
    r"(?<=[\w\ue000-\ue004)] )(?:es|son|está|están|era|fue|fueron|ha|han|hay|hemos|he|tiene|tienen|dura|duran|empieza|termina|suena|aparece|usa|lleva|muestra|queda|quedan|pesa|ocupa|incluye|puedo|puede|quiero|quedó|añadí|puse|hice|cambié|moví|corté|subí|bajé|ajusté|[a-zñ]+[éó])\b"
    r"|\b(?:dime|dígame|avísame|avíseme|cuéntame|cuénteme|dinos|indícame|indíqueme|escríbeme|responde|responda|házmelo saber|hágamelo saber|mándame|envíame|envíeme|confirma si|quedo|sigo|lo dejo|lo ajusto|haré)\b|^\W*(?:es|son|está|hay|dura|pesa|quedan|tiene|sigue)\b"
)
GOVERNS = r"(?!)"
SHARES = r"^\W*[a-záéíóúñ]+ (?:abre|pulsa|presiona|toca|arrastra|suelta|coge|toma|mira|cierra|coloca|elige|selecciona|consulta|guarda|descarga|exporta|sube|baja|usa|activa|mueve|busca|levanta|corre|camina|sonríe|enciende|apaga|recoge|deja|saca|mete|pone|gira|empuja|tira|acerca|escribe|lee|llama|bebe|come|prueba|prepara|corta|sirve|mezcla)\b|^\W*(?:el|la|los|las|un|una) [a-záéíóúñ]+ (?!(?:es|está|son|están|dura|duran|suena|queda|empieza|termina|tiene|hay|pesa|ocupa|va|entra|sale|llega|aparece|tapa|ha|han|fue|ya|no|se|sigue|parece|cubre|necesita|está|final|nueva?|de|del)\b)[a-záéíóúñ]+[aeo]n?\b|(?:^|\W)(?:yo|nosotros|ella|él|ellos|ellas|usuarios?|gente|protagonista|niños?|niñas?|mujer|hombre|chic[oa]|manos?|alguien|cliente|persona|escena|cámara)\b|\b(?:voy a|vamos a|para que)\b"
STEP = r"(?:{select}|{drop}|{see}|{use}|{edit}|{play}|{go}|{export}|{upload}|{point}|{strike}|espera|espere|escribe|escriba|mantén|confirma|confirme|suelta|acepta|acepte)\b(?! me\b)"
BECAUSE = r"\W*(?:ya que|como|dado que|porque|puesto que) "
WITHIN = r"\b(?:en|desde|del?|dentro de) (?:el |la |los |las )?(?:[\w-]+ ){0,2}?(?:{room})\b"
PRESSED = r"(?:elige|elija|selecciona|seleccione|clic en|pulsa|pulse|presiona|presione|toca|escoge|opción|botón|abre|abra)(?: el| la)? $"
SENDS = r"(?:sube|suba|subir|importa|importe|adjunta|adjunte)\b"
SELECTS = r"{select}\b(?! (?:una? de|entre|tu|su))"
CHANGES = r"(?:{select}|{drop}|{edit})\b"

FORMS = (
    Form(
        "drag",
        r"{drag}(?= |$)",
        examples=("Arrastra el borde derecho del clip.", "Puede arrastrar el título hasta el inicio."),
        never=("Arrastré el clip a 0:04.", "El coche arrastra una estela de humo."),
    ),
    Form("drop", r"{drop} (?={the}|{name}|archivos|fotos)", needs="panel timeline upload here player", examples=("Suelta tu clip en el panel Medios.",), never=("Pon una canción alegre al final.",)),
    Form(
        "credits",
        r"(?:{see}|{go}|{use}|recarga|recargue|recargar|compra|compre|comprar(?:l[oa]s)?|añade|añadir|mejora|actualiza|renueva|gestiona|ve a|vaya a)(?: [\wáéíóúñ]+){0,5}? ?(?:créditos?|saldo|cuenta|facturación|suscripción|plan|planes|consumo|precios|pagos)\b",
        examples=("Consulte su saldo en la página de facturación.", "Revisa tu cuenta para ver los créditos."),
        never=("Los créditos finales empiezan en 0:55.",),
    ),
    Form("point", r"{point}(?= |$)", examples=("Haz clic en Exportar.", "Haga doble clic en el título."), never=("Añadí un sonido de clic.", "Toca la guitarra al atardecer.")),
    Form(
        "strike",
        r"{strike} (?=(?:{the}|{label}|{name}|[\wáéíóúñ]+)\b)",
        needs="export play upload credits edit panel player control button timeline playhead",
        examples=("Pulse Reproducir para escuchar.", "Presiona el botón Exportar."),
        never=("Pulsa el timbre y espera.",),
    ),
    Form(
        "go",
        r"{go}(?= )",
        needs="panel timeline player credits path export upload play",
        examples=("Abre el panel de Audio.", "Ve a Archivo > Exportar.", "Vaya a la pestaña Estilo."),
        never=("Abre la puerta y sonríe.",),
    ),
    Form("see", r"{see}(?= )", needs="panel credits path upload", examples=("Puedes ver los filtros en el panel Estilo.",), never=("Puedes ver el logo en la esquina superior derecha.",)),
    Form(
        "preview",
        r"(?:previsualiza(?:l[oa]s?|r|rl[oa]s?)?|previsualízal[oa]s?|previsualice|ver una vista previa|vista previa(?= (?:en|del?)))(?= |$)",
        examples=("Ya puedes previsualizar el resultado.", "Previsualízalo en la línea de tiempo."),
        never=("Vista previa generada en 0:12.",),
    ),
    Form("preview", r"{play}(?= |$)", needs="player timeline play playhead", examples=("Mira el resultado en el reproductor.", "Reproduce el video en la línea de tiempo."), never=("Mira el atardecer conmigo.",)),
    Form(
        "use",
        r"{use} (?={the}|{label}|{name})",
        needs="export play upload credits edit panel player control button timeline playhead path",
        examples=("Usa el botón Exportar.", "Utilice el control deslizante de volumen."),
        never=("Usa un tono más cálido.",),
    ),
    Form("upload", r"{upload}(?= |$)", needs="upload media own_place", examples=("Sube tu foto en el panel Medios.",), never=("Sube el volumen de la música.", "Por favor, sube tu logotipo en PNG.")),
    Form(
        "export",
        r"{export}(?= (?:el|la|los|tu|su|como|en|ahora|desde|cuando|directamente|a|con|todo|ya|este|esta|un|una|para|si|haciendo|usando|mediante|pulsando|por|mp4|1080p|{video}|\ue000)\b| ?$| ?[.,!;:)])(?! (?:la|el|tu|su) (?:app|aplicación|fecha|guía|calma|recuerdo|secreto|silencio|planeta))",
        examples=("Ya puedes exportar el video.", "Descárgalo desde el menú."),
        never=("Descarga la app es el cierre.", "Guarda la calma."),
    ),
    Form("select", r"{select} (?=(?:{the}|{label}|{name}|{clip}))", needs="panel edit export upload play path control timeline", examples=("Selecciona Regenerar en el menú.",), never=("Elige el final que más te guste.",)),
    Form("edit", r"{edit}(?= |$)", needs="control panel timeline hands playhead player path", examples=("Ajusta el volumen en el panel Audio.",), never=("Cambia el final si quieres.",)),
)
STATEMENTS = (
    Form("export", r"\b(?:se puede|se pueden|puede|pueden|podrá) (?:ahora |también |ya )?(?:exportar(?:se)?|descargar(?:se)?|guardar(?:se)?|ser exportad[oa]s?|ser descargad[oa]s?)\b", examples=("El video se puede exportar desde la barra.",), never=("El calor puede guardarse en la piedra, dice la voz: así.",)[:0]),
    Form("preview", r"\b(?:se puede|se pueden|puede|pueden) (?:ahora |también |ya )?(?:previsualizar(?:se)?|reproducir(?:se)?|ver(?:se)?|revisar(?:se)?|ser previsualizad[oa])\b", needs="player timeline play playhead", examples=("El resultado se puede ver en la línea de tiempo.",)),
    Form(
        "edit",
        r"\b(?:se puede|se pueden|puede|pueden) (?:ahora |también |ya )?(?:ajustar(?:se)?|cambiar(?:se)?|mover(?:se)?|editar(?:se)?|modificar(?:se)?|recortar(?:se)?|arrastrar(?:se)?|reordenar(?:se)?|alargar(?:se)?|acortar(?:se)?|ser (?:ajustad|cambiad|movid|editad|modificad|recortad)[oa]s?)\b",
        needs="control panel timeline hands player",
        examples=("La fuente se puede cambiar en el panel Estilo.",),
    ),
    Form(
        "place",
        r"\b(?:(?:está|están|se encuentra|se encuentran|se halla|aparece|aparecen|figura|figuran)(?: (?:disponibles?|listad[oa]s?|ubicad[oa]s?|situad[oa]s?))?|(?:se puede|se pueden|puede|pueden) (?:encontrar(?:se)?|consultar(?:se)?|ver(?:se)?))(?= (?:en|desde|bajo|dentro))",
        needs="panel credits",
        examples=("Más filtros están disponibles en el panel Estilo.",),
        never=("El logo está en la esquina derecha.",),
    ),
    Form(
        "place",
        r"(?:el |la )?(?:botón|opción|icono|menú) (?:de |para )?(?:exportar|exportación|descargar|descarga|subir|guardar|reproducir|carga) (?:está|se encuentra|aparece)\b(?!.{0,40}(?:del (?:cuadro|plano|video)|de la (?:escena|imagen|toma)))",
        needs="export play upload",
        examples=("El botón Exportar está arriba a la derecha.",),
    ),
)

TARGETS = (
    Target("playhead", r"\b(?:cabezal(?: de reproducción)?|cursor de reproducción|barra de progreso)\b"),
    Target("upload", r"(?:\b(?:botón|icono|opción|área|zona|pestaña|panel|menú|sección)(?: de)? (?:subir|subida|carga|cargar|importar|importación|adjuntar)\b|\b(?:subir|importar|cargar|adjuntar)\b(?: archivos?)?|\bclip de papel|\bicono del? clip\b|(?<!\w)\+(?!\d|\w)|\bupload\b)"),
    Target("play", r"\b(?:reproducir|play|barra espaciadora|espacio\b(?! de)|vista previa(?! en)|botón de reproducción|previsualizar|reproducción)\b"),
    Target("player", r"\b(?:reproductor|visor|ventana de (?:vista previa|previsualización|reproducción)|panel de (?:vista previa|previsualización)|pantalla completa|monitor|vista previa)\b"),
    Target("credits", r"\b(?:facturación|créditos?\b(?! finales)|saldo|cuenta\b|recargar|suscripción|planes|plan\b|precios|página de (?:precios|pagos|planes)|avatar|perfil)"),
    Target("export", r"\b(?:(?:pestaña|botón|men[uú]|opción|icono|panel|sección)(?: de)? )?(?:exportar|exportación|descargar|descarga|guardar(?: como)?|compartir|publicar|export)\b"),
    Target("path", r"\b[\wáéíóúñ]+(?: [\wáéíóúñ]+)?(?: ?> ?[\wáéíóúñ]+(?: [\wáéíóúñ]+)?)+"),
    Target("edit", r"\b(?:regenerar|eliminar|borrar|duplicar|dividir|aplicar|deshacer|rehacer|generar|reemplazar|recortar|silenciar|confirmar|aceptar|cortar|copiar|pegar|sustituir|renombrar|papelera|supr|intro|regenerate|delete)\b"),
    Target("control", r"\b(?:{control})\b"),
    Target("media", r"\b(?:panel|pestaña|biblioteca|galería|sección) (?:de )?(?:medios|archivos|recursos|multimedia)\b"),
    Target("media_into", r"\b(?:al|en el|hasta el|a la|en la|hasta la) (?:panel|pestaña|biblioteca|galería|sección) (?:de )?(?:medios|archivos|recursos|multimedia)\b"),
    Target("panel", r"\b(?:{room})\b(?! solar| de expertos)"),
    Target("timeline", r"\b(?:{time_line})\b"),
    Target("button", r"\b(?:botón|icono|ícono|opción|tecla|atajo)\b"),
    Target("clip", r"\b(?:{clip})\b|[\ue000\ue003]"),
)
HANDS = r"\barrastr(?:[aá]ndo(?:l[oa]s?)?|ar(?:l[oa]s?)?|a|e)\b|\bclic derecho|\bcon el ratón|\bcon el mouse|\btirando de|\btira(?:r)? del?"
HERE = r"\b(?:aquí|ahí|allí)\b|(?:a|en|sobre|al) (?:la |el |esta |este )?(?:ventana|página|chat|editor|lienzo|zona|área|recuadro)\b"
OWN = WORDS["own"]
PURPOSES = (
    Target("credits", r"(?:recargar|comprar (?:más )?créditos|mejorar (?:tu|su) plan|(?:ver|consultar|revisar) (?:tu |su |el |los )?(?:saldo|créditos|consumo))\b"),
    Target("upload", r"(?:subir|importar|adjuntar|cargar|(?:añadir|agregar|elegir|seleccionar|poner|insertar) (?:{own}|(?:el|la|un|una|tu|su) (?:logo|logotipo|foto|imagen|archivo|grabación|material)))\b"),
    Target("export", r"(?:exportar(?:l[oa])?|descargar(?:l[oa])?|guardar(?:l[oa])?|compartir(?:l[oa])?|publicar(?:l[oa])?|obtener|bajar(?:l[oa]) )\b"),
    Target("preview", r"(?:previsualizar(?:l[oa])?|reproducir(?:l[oa])?|escuchar(?:l[oa])?|oír(?:l[oa])?|ver (?:cómo|el resultado|el v[ií]deo|la nueva|el nuevo)|verl[oa]|probarl[oa])\b"),
    Target("edit", r"(?:editar|cambiar|ajustar|modificar|mover|recortar|sustituir|reemplazar|eliminar|borrar|silenciar|renombrar|reordenar|alargar|acortar|añadir|agregar|subir|bajar|elegir otr[oa]|probar otr[oa]|regenerar|corregir|afinar|personalizar|girar|acelerar|ralentizar|dividir|cortar|aplicar|reducir|aumentar|hacer)(?:l[oa]s?)?\b"),
    Target("inspect", r"(?:ver|consultar|revisar|comprobar|mirar|inspeccionar|explorar|comparar|conocer|verificar|saber)\b"),
)
VOCABULARY["purposes"] = "|".join(target.pattern for target in PURPOSES)
FILE_TYPES = r"\b(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|webm|mkv|mp3|wav|m4a|aac|pdf|docx?|txt)\b(?:(?:,? (?:o|y|u) |, | / |/)(?:un )?\.?(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|webm|mkv|mp3|wav|m4a|aac|pdf|docx?|txt)\b)*"
LOOKED_AT = r"(?:previsualiza|revisa|mira|reproduce|comprueba|ver|revisar|previsualizar|previsualice|revise|mire)(?:r)? (?=(?:el|la|los|las|tu|tus|su|sus) )"
PLACED = r",? (?:en|desde) (?:el |la |los |tu |su )?(?:[\w-]+ ){0,3}(?:{room}|{time_line}|reproductor|visor|vista previa)\b"
REVIEWED = r"\w+ (?=(?:el|la|los|las|tu|su|un|una) )"
