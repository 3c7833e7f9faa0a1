"""Spanish: things of the editor that can be named, and what an act is for. Data."""

from ai_to_video.wire.gui.grammar import Target

TARGETS: tuple[Target, ...] = (
    Target("playhead", r"\b(?:cabezal(?: de reproducción)?|cursor de reproducción|barra de progreso)\b"),
    Target(
        "upload",
        (
            r"(?:\b(?:botón|icono|opción|área|zona|pestaña|panel|menú|sección)(?: de)? (?:subir|subida|"
            r"carga|cargar|importar|importación|adjuntar)\b|\b(?:subir|importar|cargar|adjuntar)\b(?: "
            r"archivos?)?|\bclip de papel|\bicono del? clip\b|(?<!\w)\+(?!\d|\w)|\bupload\b)"
        ),
    ),
    Target(
        "play",
        (
            r"\b(?:reproducir|play|barra espaciadora|espacio\b(?! de)|vista previa(?! en)|botón de "
            r"reproducción|previsualizar|reproducción)\b"
        ),
    ),
    Target(
        "player",
        (
            r"(?<!encima del )(?<!debajo del )(?<!junto al )(?<!sobre el )(?<!bajo el )\b(?:reproductor|"
            "visor|ventana de (?:vista previa|previsualización|reproducción)|panel de (?:vista previa|"
            r"previsualización)|pantalla completa|monitor|vista previa)\b"
        ),
    ),
    Target(
        "credits",
        (
            r"\b(?:facturación|créditos?\b(?! finales)|saldo|cuenta\b|recargar|suscripción|planes|"
            r"plan\b|precios|página de (?:precios|pagos|planes)|avatar|perfil)"
        ),
    ),
    Target(
        "export",
        (
            r"\b(?:(?:pestaña|botón|men[uú]|opción|icono|panel|sección)(?: de)? )?(?:exportar|"
            r"exportación|descargar|descarga|guardar(?: como)?|compartir|publicar|export)\b"
        ),
    ),
    Target("path", r"\b[\wáéíóúñ]+(?: [\wáéíóúñ]+)?(?: ?> ?[\wáéíóúñ]+(?: [\wáéíóúñ]+)?)+"),
    Target(
        "edit",
        (
            r"\b(?:regenerar|eliminar|borrar|duplicar|dividir|aplicar|deshacer|rehacer|generar|"
            "reemplazar|recortar|silenciar|confirmar|aceptar|cortar|copiar|pegar|sustituir|renombrar|"
            r"papelera|supr|intro|regenerate|delete)\b"
        ),
    ),
    Target("control", r"\b(?:{control})\b"),
    Target(
        "media",
        r"\b(?:panel|pestaña|biblioteca|galería|sección) (?:de )?(?:medios|archivos|recursos|multimedia)\b",
    ),
    Target(
        "media_into",
        (
            r"\b(?:al|a este|en este) chat\b|\b(?:a|en) (?:la|esta) ventana(?= para| y|$)|\b(?:al|en el|hasta el|a la|en la|hasta la) (?:panel|pestaña|biblioteca|galería|sección) "
            r"(?:de )?(?:medios|archivos|recursos|multimedia)\b"
        ),
    ),
    Target("panel", r"\b(?:{room})\b(?! solar| de expertos)"),
    Target("timeline", r"\b(?:{time_line})\b"),
    Target("button", r"\b(?:botón|icono|ícono|opción|tecla|atajo)\b"),
    Target("clip", r"\b(?:{clip})\b|[\ue000\ue003]"),
)

PURPOSES: tuple[Target, ...] = (
    Target(
        "credits",
        (
            "(?:recargar|comprar (?:más )?créditos|mejorar (?:tu|su) plan|(?:ver|consultar|revisar) "
            r"(?:tu |su |el |los )?(?:saldo|créditos|consumo))\b"
        ),
    ),
    Target(
        "upload",
        (
            "(?:subir|importar|adjuntar|cargar|(?:añadir|agregar|elegir|seleccionar|poner|insertar) "
            "(?:{own}|(?:el|la|un|una|tu|su) (?:logo|logotipo|foto|imagen|archivo|grabación|"
            r"material)))\b"
        ),
    ),
    Target(
        "export",
        (
            "(?:exportar(?:l[oa])?|descargar(?:l[oa])?|guardar(?:l[oa])?|compartir(?:l[oa])?|"
            r"publicar(?:l[oa])?|obtener|bajar(?:l[oa]) )\b"
        ),
    ),
    Target(
        "preview",
        (
            "(?:previsualizar(?:l[oa])?|reproducir(?:l[oa])?|escuchar(?:l[oa])?|oír(?:l[oa])?|ver "
            r"(?:cómo|el resultado|el v[ií]deo|la nueva|el nuevo)|verl[oa]|probarl[oa])\b"
        ),
    ),
    Target(
        "edit",
        (
            "(?:editar|cambiar|ajustar|modificar|mover|recortar|sustituir|reemplazar|eliminar|borrar|"
            "silenciar|renombrar|reordenar|alargar|acortar|añadir|agregar|subir|bajar|elegir otr[oa]|"
            "probar otr[oa]|regenerar|corregir|afinar|personalizar|girar|acelerar|ralentizar|dividir|"
            r"cortar|aplicar|reducir|aumentar|hacer)(?:l[oa]s?)?\b"
        ),
    ),
    Target(
        "inspect",
        r"(?:ver|desplegar(?:l[oa]s?)?|consultar|revisar|comprobar|mirar|inspeccionar|explorar|comparar|conocer|verificar|saber)\b",
    ),
)
