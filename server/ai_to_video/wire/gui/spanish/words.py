"""Spanish: the words its rules are made of. Data."""

from ai_to_video.wire.gui.spanish.verbs import asked

WORDS: dict[str, str] = {
    "the": (
        "el|la|los|las|lo|un|una|tu|tus|su|sus|este|esta|estos|estas|ese|esa|cualquier|cada|otro|otra|en|"
        "sobre|al|del|aqu[ií]|dos veces|todo|todos|todas|primero"
    ),
    "name": r"(?:\ue000|\ue001|\ue004)",
    "point": (
        "(?:haz|haga|hacer|haciendo|hagan|hagas|hiciera|has|dale|dar|da|dé|de|dando) ?(?:un |doble |dos |"
        "solo |s[oó]lo )*"
        "(?:clic|click|clics|toque|clik)(?: derecho| izquierdo| secundario)?(?: en| sobre| a| encima de)?|"
        "(?:clic|click) (?:derecho )?(?:en|sobre)|doble clic (?:en|sobre)|" + asked("cliquear clicar pinchar tocar")
    ),
    "strike": "dale a|dele a|darle a|" + asked("pulsar presionar oprimir apretar activar desactivar marcar desmarcar"),
    "select": asked("seleccionar elegir escoger marcar"),
    "go": (
        "(?:ve|vaya|ir|vas|ves|vayas|fuera) (?:al?|hasta|hacia)|(?:dir[ií]gete|dir[ií]jase|dirigirte|"
        "dirigirse|ac[eé]rcate|"
        "ac[eé]rquese) a[l]?|(?:entra|entre|entrar|accede|acceda|acceder|ingresa|ingrese|ingresar) (?:en|al?|desde)|"
        "(?:cambia|cambie|cambiar|vuelve|vuelva|volver) al?|(?:navega|navegue|navegar) (?:hasta|hacia|al?)|"
        "(?:pasa|pase|pasar) a(?= la (?:pestaña|vista))|" + asked("abrir desplegar visitar expandir mostrar cerrar")
    ),
    "see": (
        "(?:echa|eche|echar|échale|échele|dale|darle) un vistazo(?: al?| en)?|verás|verá|tienes|tiene|"
        "hallarás|hallará|encontrarás|"
        "encontrará|cheque|checa|"
        + asked(
            "consultar mirar revisar comprobar ver encontrar buscar verificar explorar observar chequear gestionar "
            "visualizar inspeccionar confirmar leer comparar"
        )
    ),
    "use": "(?:prueba|pruebe|probar) con|s[ií]rvete de|recurre a|" + asked("usar utilizar emplear probar aprovechar"),
    "drag": (
        "(?:"
        + asked("arrastrar")
        + ")(?: y (?:suelta|soltar|suelte|sueltes|suéltal[oa]s?|suéltel[oa]s?))?|"
        + asked("deslizar desplazar")
    ),
    "drop": "deja caer|" + asked("soltar colocar poner insertar"),
    "edit": (
        "muévete|tira del?|tire del?|tirar del?|tirando del?|"
        + asked(
            "mover ajustar cambiar editar modificar recortar alargar acortar reordenar reorganizar "
            "reemplazar sustituir "
            "eliminar borrar subir bajar redimensionar girar rotar dividir cortar silenciar añadir agregar "
            "reducir aumentar "
            "personalizar controlar regular estirar afinar retocar elegir seleccionar configurar extender "
            "corregir escalar "
            "renombrar duplicar ampliar agrandar encoger mejorar acelerar ralentizar quitar invertir"
        )
    ),
    "play": (
        "velo|(?:echa|eche|echar)(?:le)? un vistazo|éch[ae]le un vistazo|échele un vistazo|dale una mirada|"
        + asked(
            "reproducir mirar ver escuchar revisar comprobar visualizar oír observar verificar inspeccionar evaluar"
        )
    ),
    "export": (
        "bájatel[oa]|(?:baja|baje|bajar(?:te)?)(?= (?:el |la |tu |su )?(?:mp4|mov|archivo|v[ií]deo|película|"
        "resultado))|"
    )
    + asked("exportar descargar guardar renderizar publicar"),
    "upload": asked("subir cargar importar adjuntar añadir agregar elegir seleccionar enviar insertar poner incluir"),
    "video": (
        "v[ií]deos?|clip|resultado|proyecto|archivo|reel|corto|anuncio|montaje|secuencia|versión|"
        "película|tráiler|borrador|mp4|mov|final|trabajo|pieza|spot"
    ),
    "room": (
        "panel(?:es)?|pestañas?|ficha|men[uú]s?|submenú|barra (?:lateral|superior|inferior|de "
        "herramientas|de menús)|inspector|cajón|di[aá]logo|cuadro de diálogo|desplegable|lista "
        "desplegable|ventana(?: emergente| de (?:exportación|edición|ajustes))|ajustes del? (?:proyecto|"
        "vídeo|video|clip)|(?<=los )ajustes|configuración|preferencias|biblioteca(?: de medios| "
        "multimedia)?|mediateca|galería de medios|editor|(?:área|espacio) de trabajo|propiedades|lienzo|"
        "mezclador|página de (?:proyecto|proyectos|inicio|ajustes|exportación)|panel de control|"
        "historial|tablero|icono de engranaje|tres puntos|selector|sección de|herramientas"
    ),
    "control": (
        "control(?:es)? deslizantes?|deslizador(?:es)?|barra de (?:volumen|opacidad|velocidad|zoom)|"
        "bordes?|extremos?|esquinas?(?= del? (?:clip|t[ií]tulo|logo))|tiradore?s?|manejadore?s?|manija|"
        "asa|fotogramas? clave|interruptor|casilla|rueda|perilla|control de (?:volumen|velocidad|"
        "opacidad)|slider|tijeras|cuchilla|cursor|marcadore?s?|flechas|herramienta"
    ),
    "time_line": (
        "l[ií]nea de tiempos?|l[ií]nea temporal|timeline|pistas?(?= de (?:audio|v[ií]deo|música|"
        "t[ií]tulos|texto|voz))|cronología del editor"
    ),
    "own": (
        "tus? (?:propi[oa]s? )?(?:archivos?|fotos?|imágenes|imagen|logo|logotipo|grabación|material|vídeos|videos|clips|canciones|música|"
        "clips? propios?|medios)|sus? (?:propi[oa]s? )?(?:archivos?|fotos?|imágenes|imagen|logo|logotipo|"
        "grabación|material)|propi[oa]s?|(?:el|un) archivo|una (?:foto|imagen|grabación)|archivos|desde (?:tu|"
        "su|el) (?:ordenador|computadora|equipo|dispositivo|móvil|celular|teléfono)"
    ),
    "clip": (
        "clips?|t[ií]tulos?|subt[ií]tulos?|pistas?|filas?|capas?|segmentos?|escenas?|elementos?|"
        "miniaturas?|tomas?|textos?|rótulos?|logos?|música|canción|audio|voz|v[ií]deos?|imagen|imágenes|"
        "fotos?|fragmentos?|fuentes?|estilos?|filtros?|efectos?|transici(?:ón|ones)|plantillas?|bloques?|"
        "planos?|secuencias?|muestras?|colore?s?|opacidad|velocidad|volumen|duración|posición|tamaño"
    ),
    "owned": "tu|su|nuestro|nuestra",
    "dragging": "arrastr(?:ando|ar)",
}
