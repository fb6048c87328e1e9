"""What has been learnt of the works since they were listed, and how sure is it?"""
