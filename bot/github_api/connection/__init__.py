"""How is one request sent, and what does its answer mean?

transport   PyGithub: one request, one answer, nothing sent twice
wire        what an answer means; pauses, limits, what may be sent again
limits      what GitHub says of its limits, and when to stop
repository  requests about one repository
"""
