"""Spanish: the words its rules are made of. Data."""

WORDS: dict[str, str] = {
    "the": (
        "el|la|los|las|lo|un|una|tu|tus|su|sus|este|esta|estos|estas|ese|esa|cualquier|cada|otro|otra|en|"
        "sobre|al|del|aqu[ií]|dos veces|todo|todos|todas|primero"
    ),
    "name": r"(?:\ue000|\ue001|\ue004)",
    "point": (
        "(?:haz|haga|hacer|haciendo|hagan|has|dale|dar|da|dé|de|dando) ?(?:un |doble |dos |solo |s[oó]lo "
        ")*(?:clic|click|clics|toque|clik)(?: derecho| izquierdo| secundario)?(?: en| sobre| a| encima "
        "de)?|(?:clic|click) (?:derecho )?(?:en|sobre)|cliquea|clica|clique|clicar|cliquear|pincha|"
        "pinche|pinchar|toca|toque|tocar|tocando|doble clic (?:en|sobre)"
    ),
    "strike": (
        "pulsa|pulse|pulsar|púlsalo|pulsando|presiona|presione|presionar|presionando|oprime|oprima|"
        "oprimir|aprieta|apriete|apretar|dale a|dele a|darle a|activa|active|activar|desactiva|desactive|"
        "marca|marque|marcar|desmarca|p[uú]lsal[oa]"
    ),
    "select": (
        "selecciona|seleccione|seleccionar|seleccionando|elige|elija|elegir|eligiendo|escoge|escoja|"
        "escoger|m[aá]rca|selecci[oó]nal[oa]"
    ),
    "go": (
        "abre|abra|abrir|abriendo|ve (?:al?|hasta|hacia)|vaya (?:al?|hasta|hacia)|ir (?:al?|hasta|hacia)|"
        "ves a|dir[ií]gete a?l?|dir[ií]jase a?l?|dirigirte a?l?|dirigirse a?l?|entra (?:en|al?)|entre "
        "(?:en|al?)|entrar (?:en|al?)|accede (?:al?|desde)|acceda (?:al?|desde)|acceder (?:al?|desde)|"
        "cambia a|cambie a|cambiar a|navega (?:hasta|hacia|al?)|navegue (?:hasta|hacia|al?)|navegar "
        "(?:hasta|hacia|al?)|despliega|despliegue|desplegar|visita|visite|visitar|pasa a(?= la "
        "(?:pestaña|vista))|pase a(?= la (?:pestaña|vista))|vuelve a|vuelva a|expande|expanda|muestra|"
        "cierra|cierre|[aá]brel[oa]|ingresa (?:en|al?)|ingrese (?:en|al?)|ac[eé]rcate a"
    ),
    "see": (
        "consulta|consulte|consultar|consúltal[oa]|mira|mire|mirar|revisa|revise|revisar|comprueba|"
        "compruebe|comprobar|ver(?:lo|la|los|las|se)?|vea|encuentra|encuentre|encontrar(?:lo|la|los|las|"
        "ás|á)?|busca|busque|buscar|verifica|verifique|verificar|echa un vistazo(?: a| en)?|eche un "
        "vistazo(?: a| en)?|echar un vistazo(?: a| en)?|explora|explore|explorar|observa|observe|checa|"
        "cheque|chequea|gestiona|gestione|gestionar|visualiza|visualice|visualizar|inspecciona|"
        "inspeccione|inspeccionar|verás|verá|tienes|tiene|hallarás|hallará"
    ),
    "use": (
        "usa|use|usar|usando|utiliza|utilice|utilizar|utilizando|emplea|emplee|emplear|prueba(?: con)?|"
        "pruebe(?: con)?|probar(?: con)?|s[ií]rvete de|recurre a|aprovecha"
    ),
    "drag": (
        "arrastra(?:l[oa]s?|ndo|r|rl[oa]s?)?(?: y (?:suelta|soltar|suéltal[oa]|sueltes))?|"
        "arrástral[oa]s?(?: y suéltal[oa]s?)?|arrastre(?:l[oa]s?)?(?: y suelte)?|arrástrel[oa]s?(?: y "
        "suéltel[oa]s?)?|arrastres|desliza|deslice|deslizar|deslizando|desplaza|desplace"
    ),
    "drop": (
        "suelta|suelte|soltar|suéltal[oa]s?|coloca|coloque|colocar|pon|ponga|poner|deja caer|pega|pegue|inserta|inserte"
    ),
    "edit": (
        "mueve(?:l[oa]s?)?|muéve(?:l[oa]s?|te)?|mueva|mover(?:l[oa]s?)?|moviendo|ajusta(?:l[oa]s?)?|"
        "ajúst[ae]l[oa]s?|ajuste|ajustar(?:l[oa]s?)?|cambia(?:l[oa]s?)?|cámbi[ae]l[oa]s?|cambie|"
        "cambiar(?:l[oa]s?)?|edita|edite|editar(?:l[oa]s?)?|modifica|modifique|modificar(?:l[oa]s?)?|"
        "recorta|recorte|recortar(?:l[oa]s?)?|recórtal[oa]|alarga|alargue|alargar(?:l[oa]s?)?|acorta|"
        "acorte|acortar(?:l[oa]s?)?|reordena|reordene|reordenar(?:l[oa]s?)?|reorganiza|reorganice|"
        "reorganizar(?:l[oa]s?)?|reemplaza|reemplace|reemplazar(?:l[oa]s?)?|sustituye|sustituya|"
        "sustituir(?:l[oa]s?)?|elimina|elimine|eliminar(?:l[oa]s?)?|borra|borre|borrar|sube|suba|"
        "subir(?:l[oa]s?)?|baja|baje|bajar(?:l[oa]s?)?|redimensiona|redimensione|redimensionar|gira|rota|"
        "rotar|divide|divida|dividir|corta|corte|cortar|silencia|silencie|silenciar|añade|añada|añadir|"
        "agrega|agregue|agregar|reduce|reduzca|reducir|aumenta|aumente|aumentar|personaliza|personalice|"
        "personalizar(?:l[oa]s?)?|controla|regula|regule|regular|estira|estire|estirar|afina|afine|"
        "afinar|retoca|retoque|retocar|elige|elija|elegir|selecciona|seleccione|configura|configure|"
        "configurar|modifícal[oa]|tira del?|tire del?|tirar del?|extiende|extienda|extender"
    ),
    "play": (
        "reproduce|reproduzca|reproducir(?:l[oa]s?)?|reprodúcel[oa]|mira|mire|mirar|míral[oa]|"
        "ver(?:l[oa]s?)?|vea|velo|véal[oa]|escucha|escuche|escuchar(?:l[oa]s?)?|escúchal[oa]|revisa|"
        "revise|revisar(?:l[oa]s?)?|revísal[oa]|comprueba|compruebe|comprobar(?:l[oa]s?)?|compruébal[oa]|"
        "visualiza|visualice|visualizar(?:l[oa]s?)?|echa(?:le)? un vistazo|échale un vistazo|eche un "
        "vistazo|échele un vistazo|echar(?:le)? un vistazo|oír|observa|observe|verifica|verifique"
    ),
    "export": (
        "exporta(?:l[oa]s?)?|expórt[ae]l[oa]s?|exporte|exportar(?:l[oa]s?)?|descarga(?:l[oa]s?)?|"
        "descárg[au]el[oa]s?|descárgal[oa]s?|descargue|descargar(?:l[oa]s?)?|guarda(?:l[oa]s?)?|"
        "guárd[ae]l[oa]s?|guarde|guardar(?:l[oa]s?)?|bájal[oa]|bájatel[oa]"
    ),
    "upload": (
        "sube(?:l[oa]s?)?|súb[ae]l[oa]s?|suba|subir(?:l[oa]s?)?|carga|cargue|cargar(?:l[oa]s?)?|importa|"
        "importe|importar(?:l[oa]s?)?|adjúnt[ae]l[oa]s?|adjunta|adjunte|adjuntar(?:l[oa]s?)?|añade|añada|"
        "añadir(?:l[oa]s?)?|añád[ae]l[oa]s?|agrega|agregue|agregar(?:l[oa]s?)?|agrég[au]?el[oa]s?|"
        "agrégal[oa]s?|elige|elija|selecciona|seleccione|envía|envíe|inserta|pon|incluye"
    ),
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
        "tus? (?:propi[oa]s? )?(?:archivos?|fotos?|imágenes|imagen|logo|logotipo|grabación|material|"
        "clips? propios?|medios)|sus? (?:propi[oa]s? )?(?:archivos?|fotos?|imágenes|imagen|logo|logotipo|"
        "grabación|material)|propi[oa]s?|un archivo|una (?:foto|imagen|grabación)|archivos|desde (?:tu|"
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
