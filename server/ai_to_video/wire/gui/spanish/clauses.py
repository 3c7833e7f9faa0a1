"""Spanish: how an instruction opens, what is none, how clauses hang together. Data."""

# May stand before an instruction, asks nothing by itself.
OPENINGS: tuple[str, ...] = (
    (
        "(?:y|e|o|u|luego|después|entonces|así que|pero|también|además|primero|segundo|por último|"
        "finalmente|al final|a continuación|ahora|ya|si no|en su lugar|de nuevo|otra vez|ok|vale|"
        "genial|perfecto|listo|bien|bueno|simplemente|solo|sólo|solamente|tan solo|únicamente|"
        "directamente|fácilmente|siempre|incluso|quizá|quizás|tal vez|opcionalmente|manualmente|cuando "
        "(?:quieras|quiera|gustes|estés listo|estés lista|esté listo|termines|termine)|si (?:quieres|"
        "quiere|lo deseas|lo desea|lo prefieres|lo prefiere|hace falta|es necesario|te parece|gustas)|"
        r"desde (?:ahí|aquí|allí)|ahí|aquí|allí|para ello|para eso|para esto|paso \d+|siguiente paso|"
        "consejo|nota|truco|recuerda|recuerde|en ese caso|de lo contrario|alternativamente|por cierto|"
        "rápidamente|con cuidado|ligeramente|mientras tanto|tras esto|una vez listo|una vez hecho|hola|"
        r"gracias|sin problema|eso sí|de paso|asimismo|igualmente|también puedes|\ue004)\b[,:!;—–-]*\s*"
    ),
    r"[\ue004>•·*–—:,\-(¡¿]+\s*",
    (
        r"(?:en|desde|con|mediante|dentro de|a través de) (?:el |la |los |las |tu |su )?(?:[\w-]+ "
        r"){0,2}?(?:{room}|{time_line}|reproductor)(?: [\wáéíóúñ]+){0,3}?,? (?=puedes|puede|podrás|"
        "podrá|haz|haga|pulsa|pulse|selecciona|seleccione|elige|elija|arrastra|arrastre|encontrar|"
        "verás|verá|tienes|se puede|se pueden)"
    ),
)
# Addresses the person: what follows is asked of them.
ASKING: tuple[str, ...] = (
    r"(?<=[\w,;] )antes de (?=(?:pulsar|presionar|hacer clic|tocar)\b)",
    r"(?:por favor|porfa|favor de|se ruega|le ruego|te pido|le pido que|te pido que)\b,?\s*",
    (
        "(?:ya |ahora |también |tú |usted |siempre |además |solo |sólo |lo |la |los |las )*(?:puedes|"
        "puede|podrás|podrá|podrías|podría|pueden|debes|debe|deberías|debería|deberás|deberá|tienes "
        "que|tiene que|necesitas|necesita|has de|ha de|hay que|basta con|basta|bastará con|es "
        "suficiente con|solo tienes que|solo tiene que|solo hay que|quieres|desea|vas a|va a)(?: "
        "(?:ahora|también|ya|además|simplemente|directamente|fácilmente|libremente|siempre|solo|sólo|"
        "así|igualmente|manualmente|entonces|luego|incluso|hacerlo))*,? (?!ver (?:que|cómo)|decir|"
        "pedir)"
    ),
    (
        "(?:recuerda|recuerde|no olvides|no olvide|asegúrate de|asegúrese de|no dudes en|no dude en|"
        "intenta|intente|trata de|trate de|anímate a|procura|siéntete libre de|siéntase libre de|eres "
        "libre de|te invito a|le invito a|te invitamos a|le invitamos a|te recomiendo|le recomiendo|"
        "recomiendo|recomendamos|te sugiero|le sugiero|sugiero|te aconsejo|es recomendable|conviene|es "
        "hora de|es momento de|lo mejor es|prueba a|pruebe a|te animo a|adelante y)(?: que)? "
    ),
    (
        r"(?:lo único que|todo lo que|lo que)(?: \w+){0,4} (?:es|queda es)(?: que)? |(?:solo|sólo|"
        "únicamente|ya solo) (?:queda|falta|te falta|le falta|te queda|le queda|resta|tienes que|tiene "
        "que) "
    ),
    "(?:me )?(?:puedes|puede|podrías|podría) (?:por favor )?",
    "(?:te|le|les) (?:agradecería|agradezco|ruego|pido|rogaría|pediría)(?: mucho)?(?: que)? ",
    (
        "(?:sería|estaría) (?:genial|bueno|ideal|conveniente|estupendo) (?:que|si) |si (?:puedes|puede|"
        "pudieras|pudiera|eres tan amable de|es tan amable de),? "
    ),
    "¿?(?:por qué no|te importaría|le importaría|serías tan amable de|sería tan amable de) ",
    (
        "(?:una vez|cuando|si|en cuanto|después de que|al)(?: que)? (?=(?:hagas|haga|hacer|pulses|"
        r"pulse|pulsar|presiones|presione|presionar|toques|arrastres|arrastrar)\b)"
    ),
    "se (?:puede|pueden|podrá|debe|recomienda|aconseja|sugiere) (?:ahora |también |ya |además )?",
)
# What else a clause may be; each is looked for at its head unless its use says otherwise.
CLAUSES: dict[str, str] = {
    # has a subject and a verb of its own: something is said, nothing asked ("Click track is at 120 BPM")
    "statement": (
        "(?:(?!(?:y|o|si|cuando|para|que|donde|cómo|qué|quien|en|desde|con|por|hasta|aquí|ahora|al|"
        r"de)\b)[\w'%/\ue000-\ue004-]+ ){1,6}(?:es|son|está|están|era|fue|fueron|ha|han|hay|tiene|"
        "tienen|dura|duran|empieza|termina|suena|aparece|aparecen|cubre|sube|baja|usa|lleva|muestra|"
        "dice|cae|entra|sale|queda|quedó|ocupa|contiene|incluye|se (?:ve|oye|escucha|muestra|mantiene)|"
        "completada?|terminada?|(?<!la )(?<!una )(?<!tu )(?<!su )lista?|añadid[oa]s?|aplicad[oa]s?|guardad[oa]s?|fallid[oa]|"
        r"finalizada?)\b"
    ),
    # reports without a verb ("Drop shadow added", "Upload complete")
    "report": (
        r"(?:[\w'/\ue000-\ue004-]+ ){1,5}?(?:añadid[oa]s?|completad[oa]s?|terminad[oa]s?|list[oa]s?|"
        "fallid[oa]s?|guardad[oa]s?|activad[oa]s?|eliminad[oa]s?|actualizad[oa]s?|aplicad[oa]s?|"
        "cread[oa]s?|finalizad[oa]s?|en curso|recibid[oa]s?|ajustad[oa]s?|"
        r"correct[oa]s?)(?=\s*(?:[.,;:!—–(-]|$|a |al |con |desde |en |para |por |y ))"
    ),
    # a noun made with the verb in front ("drag race", "press release")
    "compound": (
        "(?:carga|descarga|corte|toque|toca|marca|corta|guarda|prueba|baja|recorte|ajuste|cambio|pulsa|"
        "entre|cierre|cierra) (?:de|del|rápid[oa]|lenta|calidad|musical|final|parcial|personal|"
        r"registrada|bosques|la guitarra|el piano|la puerta)\b"
    ),
    # somebody else is the subject
    "subject": (
        "(?:yo|nosotros|él|ella|ellos|ellas|el usuario|los usuarios|la gente|alguien|nadie|me|nos|he|"
        r"hemos|voy|vamos)\b"
    ),
    # the same, where "it" and "the video" may be what a passive speaks of
    "human": (
        "(?:yo|nosotros|él|ella|ellos|ellas|el usuario|los usuarios|la gente|alguien|nadie|me|nos|he|"
        r"hemos|voy|vamos)\b"
    ),
    # a verb form that asks only behind a word that addresses the person
    "bare": r"[a-záéíóúñ]+(?:ar|er|ir|ara|iera|iese|ase)(?:l[oa]s?|se|me|te)?\b",
    # an -ing form: asks only when it is invited or has a result
    "gerund": r"[a-záéíóúñ]+(?:ando|iendo|yendo)\b",
    # is told not to
    "not": r"(?:no|nunca|sin|ni|tampoco|en vez de|en lugar de)\b(?! (?:dudes|dude|olvides|olvide))",
    # what stands between the act and what it is for
    "purpose": (
        r"\b(?:para(?: que puedas| poder)?|a fin de|si (?:quieres|quiere|deseas|desea|prefieres|"
        r"prefiere|necesitas|necesita|te gustaría|le gustaría)|y así|con el fin de|y)(?= )\s+(?:ya |"
        "también |así |simplemente )?(?={purposes})"
    ),
    # where the thing acted on stands, named by its neighbour
    "beside": " (?:encima|debajo|al lado|junto|detrás|a la (?:izquierda|derecha)|cerca) (?:del?|al?) ",
    # speaks of what the picture shows
    "picture": (
        r"\b(?:en|de|del|sobre) (?:la |el |esta |este |un |una )?(?:escena(?: \d+)?|toma|plano|"
        r"miniatura|maqueta|foto|imagen|tarjeta final|grabación)\b|\b(?:en|desde) (?:la|el|su) (?:web|sitio|tienda|canal)\b"
    ),
    # tells when or how it comes in the film
    "film": (
        r"\b(?:en|desde|hasta|entre|a|sobre) (?:el |los )?\d{1,2}:\d\d|\brótulos?\b|\btercio (?:inferior|superior)\b|"
        r"\bgráfico animado|\bdurante (?:\d+|dos|tres|cuatro|cinco|seis) segundos\b"
    ),
    # a question that is a request
    "polite_question": (
        r"\W*(?:¿\s*)?(?:(?:puedes|puede|podrías|podría) (?:por favor )?(?!ver|decir|confirmar|contar|"
        "enviar)|te importaría |le importaría |por qué no |serías tan amable de |sería tan amable de |"
        "por favor)"
    ),
    # tells what the person will notice, not what to do
    "claim": "(?!)",
    # hangs on the clause behind it ("To save it", "When you are happy")
    "lead": (
        r"\W*(?:(?:y|o|pero|también|además|luego|\ue004) )*(?:para|si|cuando|una vez|después de|antes "
        "de|con el fin de|en caso de|en cuanto|mientras|a menos que|ya que|como|desde|en|por|al|"
        "consejo|nota|siguiente|próximos? pasos?|truco|listo|perfecto|ahora|luego|después|finalmente|"
        "por último|primero|simplemente|solo|puedes|puede|opcional|alternativamente|de lo contrario|"
        r"paso \d+|a continuación|por favor|est[áa]n? a (?:solo |sólo |tan solo )?un clic|si no|cómo|exportar|descargar|vista previa|editar|opciones|"
        r"quieres|quiere|recuerda|de ser necesario)\b"
    ),
    # gives a reason: the word goes, the reason stays
    "because": r"\W*(?:ya que|como|dado que|porque|puesto que) ",
    # hangs on the clause before it ("to check it", "which opens the menu")
    "tail": (
        r"\W*(?:(?:y|o|luego|pero) )*(?:para|si|cuando|una vez|así|de modo que|de forma que|que|donde|"
        r"antes|después|hasta|sin|mientras|como|con|desde|en|por|al|porque|ya que|p\.? ?ej|se "
        "(?:guardará|descargará|abrirá|exportará|actualizará|iniciará|reproducirá|mostrará|ajustará)|"
        "el v[ií]deo se|tu v[ií]deo se|podrás|podrá|lo tendrás|lo tendrá|verás|verá|tendrás|listo|eso "
        r"es todo|ya está|y listo|fácil|disfruta|aquí|ahí|allí|de nuevo|también|según|o bien|todo)\b"
    ),
    # is a sentence of its own
    "finite": (
        r"(?<=[\w\ue000-\ue004)] )(?:es|son|está|están|era|fue|fueron|ha|han|hay|hemos|he|tiene|tienen|"
        "dura|duran|empieza|termina|suena|aparece|usa|lleva|muestra|queda|quedan|pesa|ocupa|incluye|"
        r"puedo|puede|quiero|quedó|añadí|puse|hice|cambié|moví|corté|subí|bajé|ajusté|[a-zñ]+[éó])\b|"
        r"\b(?:dime|dígame|avísame|avíseme|cuéntame|cuénteme|dinos|indícame|indíqueme|escríbeme|"
        "responde|responda|házmelo saber|hágamelo saber|mándame|envíame|envíeme|confirma si|quedo|sigo|"
        r"lo dejo|lo ajusto|haré)\b|^\W*(?:es|son|está|hay|dura|pesa|quedan|tiene|sigue)\b"
    ),
    # its subject also governs a bare verb behind it ("I'll open it and drag ...")
    "shares": (
        r"^\W*[a-záéíóúñ]+ (?:abre|pulsa|presiona|toca|arrastra|suelta|coge|toma|mira|cierra|coloca|"
        "elige|selecciona|consulta|guarda|descarga|exporta|sube|baja|usa|activa|mueve|busca|levanta|"
        "corre|camina|sonríe|enciende|apaga|recoge|deja|saca|mete|pone|gira|empuja|tira|acerca|escribe|"
        r"lee|llama|bebe|come|prueba|prepara|corta|sirve|mezcla)\b|^\W*(?:el|la|los|las|un|una) "
        "[a-záéíóúñ]+ (?!(?:es|está|son|están|dura|duran|suena|queda|empieza|termina|tiene|hay|pesa|"
        "ocupa|va|entra|sale|llega|aparece|tapa|ha|han|fue|ya|no|se|sigue|parece|cubre|necesita|está|"
        r"final|nueva?|de|del)\b)[a-záéíóúñ]+[aeo]n?\b|(?:^|\W)(?:yo|nosotros|ella|él|ellos|ellas|"
        "usuarios?|gente|protagonista|niños?|niñas?|mujer|hombre|chic[oa]|manos?|alguien|cliente|"
        r"persona|escena|cámara)\b|\b(?:voy a|vamos a|para que)\b"
    ),
    # its subject is plainly somebody else, whatever hangs on it
    "governs": "(?!)",
    # a further step of the instruction before it ("and choose 1080p MP4")
    "step": (
        "(?:{select}|{drop}|{see}|{use}|{edit}|{play}|{go}|{export}|{upload}|{point}|{strike}|espera|"
        r"espere|escribe|escriba|mantén|confirma|confirme|suelta|acepta|acepte)\b(?! me\b)"
    ),
    # a further step that changes something
    "changes": r"(?:{select}|{drop}|{edit})\b",
    # a further step that hands over a file
    "sends": r"(?:sube|suba|subir|importa|importe|adjunta|adjunte)\b",
    # picks what the next clause acts on
    "selects": r"{select}\b(?! (?:una? de|entre|tu|su))",
    # the thing is inside a panel, not the panel itself
    "within": r"\b(?:en|desde|del?|dentro de) (?:el |la |los |las )?(?:[\w-]+ ){0,2}?(?:{room})\b",
    # a quote that is a button, not content
    "pressed": (
        "(?:elige|elija|selecciona|seleccione|clic en|pulsa|pulse|presiona|presione|toca|escoge|opción|"
        r"botón|abre|abra)(?: el| la)? \ue000"
    ),
    # done with the mouse
    "hands": (
        r"\barrastr(?:[aá]ndo(?:l[oa]s?)?|ar(?:l[oa]s?)?|a|e)\b|\bclic derecho|\bcon el ratón|\bcon el "
        r"mouse|\btirando de|\btira(?:r)? del?"
    ),
    # where something is taken from, not put
    "taken_from": r"\bdesde (?:el |la |tu )?(?:panel|biblioteca|galería|pestaña)\b",
    # a place to drop something
    "here": (
        r"\b(?:aquí|ahí|allí)\b|(?:a|en|sobre|al) (?:la |el |esta |este )?(?:ventana|página|chat|editor|"
        r"lienzo|zona|área|recuadro)\b"
    ),
    # a file of the person
    "own": "{own}",
    # the kinds of file an upload may be
    "file_types": (
        r"\b(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|webm|mkv|mp3|wav|m4a|aac|flac|ttf|otf|srt|vtt|psd|pdf|"
        r"docx?|txt)\b(?:(?:,? (?:o|y|u) |, | / |/)(?:un )?\.?(?:png|jpe?g|gif|webp|svg|mp4|mov|avi|"
        r"webm|mkv|mp3|wav|m4a|aac|flac|ttf|otf|srt|vtt|psd|pdf|docx?|txt)\b)*"
    ),
    # an act of looking, in front of what is looked at
    "reviewed": r"\w+ (?=(?:el|la|los|las|tu|su|un|una) )",
    # the same with its verb, as the act itself
    "looked_at": (
        "(?:previsualiza|revisa|mira|reproduce|comprueba|ver|revisar|previsualizar|previsualice|revise|"
        "mire)(?:r)? (?=(?:el|la|los|las|tu|tus|su|sus) )"
    ),
    # where it is looked at
    "placed": (
        r",? (?:en|desde) (?:el |la |los |tu |su )?(?:[\w-]+ ){0,3}(?:{room}|{time_line}|reproductor|"
        r"visor|vista previa)\b"
    ),
}
