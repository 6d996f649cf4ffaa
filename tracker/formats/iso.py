"""How dates and times are written into forms, in every language: 7/12/2016 is two different days to two readers."""

DATE_INPUT_FORMATS = ["%Y-%m-%d"]
TIME_INPUT_FORMATS = ["%H:%M:%S", "%H:%M:%S.%f", "%H:%M"]
DATETIME_INPUT_FORMATS = [f"{DATE_INPUT_FORMATS[0]} {time}" for time in TIME_INPUT_FORMATS]
