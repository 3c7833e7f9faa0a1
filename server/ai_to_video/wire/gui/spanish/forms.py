"""Spanish: the ways to ask, in the order they are tried. Data; each with its own examples."""

from ai_to_video.wire.gui.grammar import Form

FORMS: tuple[Form, ...] = (
    Form(
        "preview",
        r"(?:pon|ponga|ponl[oa]|póngal[oa]|activa|active|pasa|pase|ve|vaya|abre|abra|usa|use|míral[oa]|mírel[oa]|ver(?:l[oa])?|poner(?:l[oa])?)(?: (?:a|la|el|en|vídeo|video|modo))* pantalla completa\b",
        examples=("Pon la pantalla completa y míralo.", "Puedes verlo en pantalla completa."),
        never=("La presentadora sale en pantalla completa.",),
    ),
    Form(
        "drag",
        "{drag}(?= |$)",
        examples=("Arrastra el borde derecho del clip.", "Puede arrastrar el título hasta el inicio."),
        never=("Arrastré el clip a 0:04.", "El coche arrastra una estela de humo."),
    ),
    Form(
        "drag",
        (
            "(?:mant[eé]n(?:ga|er)?|manteniendo) (?:pulsad|presionad|apretad)[oa]s? (?:el|la|los|las|"
            r"un|una|tu|su)\b"
        ),
        needs="clip control",
        examples=("Mantén pulsado el clip para moverlo.",),
        never=("Mantén pulsado el ritmo de la historia.",),
    ),
    Form(
        "drop",
        "{drop} (?={the}|{name}|archivos|fotos)",
        needs="panel timeline upload player own_place",
        examples=("Suelta tu clip en el panel Medios.",),
        never=("Pon una canción alegre al final.",),
    ),
    Form(
        "credits",
        (
            r"(?!us[ae]n? (?:unos |solo |hasta )?\d)(?:{see}|{go}|{use}|recarga|recargue|recargar|compra|compre|cómpral[oa]s|"
            "comprar(?:l[oa]s)?|añade|añadir|mejora|actualiza|renueva|gestiona|ve a|vaya a)(?: "
            r"[\wáéíóúñ>]+){0,5}? ?(?:créditos?|saldo|cuenta|facturación|suscripción|plan|planes|consumo|"
            r"precios|pagos)\b"
        ),
        examples=("Consulte su saldo en la página de facturación.", "Revisa tu cuenta para ver los créditos."),
        never=("Los créditos finales empiezan en 0:55.",),
    ),
    Form(
        "point",
        "{point}(?= |$)",
        examples=("Haz clic en Exportar.", "Haga doble clic en el título."),
        never=("Añadí un sonido de clic.", "Toca la guitarra al atardecer."),
    ),
    Form(
        "strike",
        r"{strike} (?=(?:{the}|{label}|{name}|[\wáéíóúñ]+)\b)",
        needs="export play upload credits edit panel player control button timeline playhead",
        examples=("Pulse Reproducir para escuchar.", "Presiona el botón Exportar."),
        never=("Pulsa el timbre y espera.",),
    ),
    Form(
        "point",
        r"(?:{strike}|{point}) (?=[a-z])",
        named=True,
        examples=("Pulsa Iniciar.",),
        never=("Pulsa con fuerza el timbre.",),
    ),
    Form(
        "go",
        "{go}(?= )",
        needs="panel timeline player credits path export upload play",
        examples=("Abre el panel de Audio.", "Ve a Archivo > Exportar.", "Vaya a la pestaña Estilo."),
        never=("Abre la puerta y sonríe.",),
    ),
    Form(
        "see",
        "{see}(?= )",
        needs="panel credits path upload",
        examples=("Puedes ver los filtros en el panel Estilo.",),
        never=("Puedes ver el logo en la esquina superior derecha.",),
    ),
    Form(
        "preview",
        (
            "(?:previsualiza(?:l[oa]s?|r|rl[oa]s?)?|previsualízal[oa]s?|previsualice|ver una vista "
            "previa|vista previa(?= (?:en|del?)))(?= |$)"
        ),
        examples=("Ya puedes previsualizar el resultado.", "Previsualízalo en la línea de tiempo."),
        never=("Vista previa generada en 0:12.",),
    ),
    Form(
        "preview",
        r"{play}(?: (?:el|la) \w+)? (?:desde|a partir de) (?:el )?\d",
        examples=("Reprodúcelo desde 0:10.",),
        never=("Mira desde la ventana.",),
    ),
    Form(
        "preview",
        "{play}(?= |$)",
        needs="player timeline play playhead",
        examples=("Mira el resultado en el reproductor.", "Reproduce el video en la línea de tiempo."),
        never=("Mira el atardecer conmigo.",),
    ),
    Form(
        "use",
        "{use} (?={the}|{label}|{name})",
        needs="export play upload credits edit panel player control button timeline playhead path",
        examples=("Usa el botón Exportar.", "Utilice el control deslizante de volumen."),
        never=("Usa un tono más cálido.",),
    ),
    Form(
        "upload",
        "{upload}(?= |$)",
        needs="upload media own_place",
        examples=("Sube tu foto en el panel Medios.",),
        never=("Sube el volumen de la música.", "Por favor, sube tu logotipo en PNG."),
    ),
    Form(
        "export",
        (
            "{export}(?= (?:el|la|los|tu|su|como|en|ahora|desde|cuando|directamente|a|con|todo|ya|este|"
            r"esta|un|una|para|si|haciendo|usando|mediante|pulsando|por|mp4|1080p|{video}|\ue000)\b| ?$|"
            " ?[.,!;:)])(?! (?:la|el|tu|su) (?:app|aplicación|fecha|guía|calma|recuerdo|secreto|"
            r"silencio|planeta))(?! en (?:instagram|tiktok|youtube|facebook|todas?|cualquier)\b)"
        ),
        examples=("Ya puedes exportar el video.", "Descárgalo desde el menú."),
        never=("Descarga la app es el cierre.", "Guarda la calma."),
    ),
    Form(
        "upload",
        (
            "(?:sub(?:e|a|ir)(?:l[oa]s?)?|s[uú]bel[oa]s?|c[aá]rgal[oa]s?|importa(?:r|l[oa])?|"
            r"cargar?)(?= [^,;:]{0,40}\b(?:en|desde|por) (?:el |la )?panel\b)"
        ),
        needs="panel",
        examples=("¿Podrías subir la foto en el panel izquierdo?",),
        never=("Sube el volumen en el estribillo.",),
    ),
    Form(
        "point",
        (
            r"[a-záéíóúñ]{3,}(?:(?:l[oa]s?)|(?: [^,;:]{0,40}?))? ?\b(?:pulsando|presionando|tocando|"
            "haciendo clic en)(?: (?:en|sobre))?(?= )"
        ),
        needs="play player export upload credits",
        examples=("Puedes confirmarlo pulsando Reproducir.", "Guárdalo haciendo clic en Exportar."),
        never=("Lo revisé pulsando Reproducir.",),
    ),
    Form(
        "select",
        "{select} (?=(?:{the}|{label}|{name}|{clip}))",
        needs="panel edit export upload play path control timeline",
        examples=("Selecciona Regenerar en el menú.",),
        never=("Elige el final que más te guste.",),
    ),
    Form(
        "edit",
        "{edit}(?= |$)",
        needs="control panel timeline hands playhead player path",
        examples=("Ajusta el volumen en el panel Audio.",),
        never=("Cambia el final si quieres.",),
    ),
)

# Found anywhere in a clause, behind a subject of its own.
STATEMENTS: tuple[Form, ...] = (
    Form(
        "use",
        (
            "(?:el men[uú] )?(?:archivo|men[uú]|proyecto|editar|edición|ver|compartir|ajustes)(?: "
            r"?>(?: ?[\wáéíóúñ+]+){1,2}?){0,3}? ?> ?(?=(?:exportar|descargar|guardar|compartir|subir|"
            r"importar|facturación|créditos|cuenta|reproducir|deshacer|eliminar)\b)"
        ),
        needs="export play upload credits edit",
        opens=True,
        examples=("Archivo > Exportar > MP4 te da el vídeo final.",),
        never=("Archivo > Exportar es lo que se lee en la escena 2.",),
    ),
    Form(
        "export",
        r"\b(?:se puede|se pueden|puede|pueden) (?:obtener(?:se)?|recoger(?:se)?|conseguir(?:se)?)\b",
        needs="export",
        examples=("El archivo se puede obtener desde el icono de descarga.",),
        never=("Las entradas se pueden conseguir en la taquilla.",),
    ),
    Form(
        "credits",
        (
            r"\b(?:se puede|se pueden|puede|pueden) (?:comprar(?:se)?|adquirir(?:se)?|recargar(?:se)?|"
            r"consultar(?:se)?|ver(?:se)?)\b(?=.{0,40}(?:facturación|cuenta|precios|perfil|saldo))"
        ),
        needs="credits",
        examples=("Los créditos se pueden comprar en la página de facturación.",),
        never=("Las entradas se pueden comprar en la puerta.",),
    ),
    Form(
        "upload",
        (
            r"\b(?:se puede|se pueden|puede|pueden) (?:subir(?:se)?|importar(?:se)?|añadir(?:se)?|"
            r"adjuntar(?:se)?|cargar(?:se)?)\b"
        ),
        needs="upload media own_place",
        examples=("Más material se puede importar en el panel Medios.",),
    ),
    Form(
        "export",
        (
            r"\b(?:se puede|se pueden|puede|pueden|podrá) (?:ahora |también |ya )?(?:exportar(?:se)?|"
            r"descargar(?:se)?|guardar(?:se)?|ser exportad[oa]s?|ser descargad[oa]s?)\b"
        ),
        examples=("El video se puede exportar desde la barra.",),
    ),
    Form(
        "preview",
        (
            r"\b(?:se puede|se pueden|puede|pueden) (?:ahora |también |ya )?(?:previsualizar(?:se)?|"
            r"reproducir(?:se)?|ver(?:se)?|revisar(?:se)?|ser previsualizad[oa])\b"
        ),
        needs="player timeline play playhead",
        examples=("El resultado se puede ver en la línea de tiempo.",),
    ),
    Form(
        "edit",
        (
            r"\b(?:se puede|se pueden|puede|pueden) (?:ahora |también |ya )?(?:ajustar(?:se)?|"
            "cambiar(?:se)?|mover(?:se)?|editar(?:se)?|modificar(?:se)?|recortar(?:se)?|"
            "arrastrar(?:se)?|reordenar(?:se)?|alargar(?:se)?|acortar(?:se)?|ser (?:ajustad|cambiad|"
            r"movid|editad|modificad|recortad)[oa]s?)\b"
        ),
        needs="control panel timeline hands player",
        examples=("La fuente se puede cambiar en el panel Estilo.",),
    ),
    Form(
        "place",
        (
            r"\b(?:(?:está|están|se encuentra|se encuentran|se halla|aparece|aparecen|figura|"
            "figuran)(?: (?:disponibles?|listad[oa]s?|ubicad[oa]s?|situad[oa]s?))?|(?:se puede|se "
            "pueden|puede|pueden) (?:encontrar(?:se)?|consultar(?:se)?|ver(?:se)?))(?= (?:en|desde|"
            "bajo|dentro))"
        ),
        needs="panel credits",
        examples=("Más filtros están disponibles en el panel Estilo.",),
        never=("El logo está en la esquina derecha.",),
    ),
    Form(
        "place",
        (
            "(?:el |la )?(?:botón|opción|icono|menú) (?:de |para )?(?:exportar|exportación|descargar|"
            r"descarga|subir|guardar|reproducir|carga) (?:está|se encuentra|aparece)\b(?!.{0,40}(?:del "
            "(?:cuadro|plano|video)|de la (?:escena|imagen|toma)))"
        ),
        needs="export play upload",
        examples=("El botón Exportar está arriba a la derecha.",),
    ),
)
