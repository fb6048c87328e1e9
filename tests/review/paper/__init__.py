"""Is a submission accepted, asked about, or pointed at what is listed?"""
